// Headers that nearly every test of the window reads, compiled once. Tests include what they use all the same.
#pragma once

#include <QtTest>
#include <QtWidgets>

#include <memory>
#include <optional>
#include <string>
#include <vector>
