// Holds the meta-object of Focus.
#include "Focus.h"
