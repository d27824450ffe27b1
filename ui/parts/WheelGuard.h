// Keeps the wheel and held keys from changing a box or slider by accident.
#pragma once

class QWidget;

namespace chokepoint::ui {

/// A control of Qt that takes the wheel (QComboBox, QSlider, QSpinBox) takes it only while it has the focus, which the wheel does not
/// give it; else the panel under it scrolls. A key that is held down moves a box by one entry, so that it is one step of undo.
void guardWheel(QWidget& control);

} // namespace chokepoint::ui
