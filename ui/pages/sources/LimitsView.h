// What the model cannot tell, first of all that is on the page.
#pragma once

#include "api/Catalogue.h"
#include "bridge/Board.h"

#include <QWidget>

namespace chokepoint::ui {

class LimitsView : public QWidget {
    Q_OBJECT
public:
    explicit LimitsView(const Catalogue& catalogue, QWidget* parent = nullptr);
};

} // namespace chokepoint::ui
