// Holds the meta-object of Focus.
#include "pages/why/Focus.h"
