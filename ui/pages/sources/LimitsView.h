// What the model cannot tell, first of all that is on the page.
#pragma once

#include "api/Catalogue.h"
#include "api/Language.h"
#include "bridge/Board.h"

#include <QWidget>

namespace chokepoint::ui {

class LimitsView : public QWidget {
    Q_OBJECT
public:
    LimitsView(const Catalogue& catalogue, const Language& language, QWidget* parent = nullptr);
};

} // namespace chokepoint::ui
