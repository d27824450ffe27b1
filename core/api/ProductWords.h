// What is said of products and the lines that catch them.
#pragma once

#include "api/Catalogue.h"
#include "api/Message.h"
#include "api/Products.h"

#include <optional>

namespace chokepoint::words {

/// How many foreign chips a line catches, licenses and frees; the setting of which it is the line, or nothing for one's own.
Message productsTitle(const ProductBook& book, const ProductLine& line, const Level* level);

Message verdictName(ProductVerdict verdict);

/// "H200: licensable, 15,832 TPP, 4,800 GB/s": for a reader and where the pointer is.
Message productTold(const Product& product, const ProductLine& line);

/// Which setting of the model treats products most nearly as a line of one's own does.
Message nearestTold(const Measure& measure, const NearestLevel& nearest);

} // namespace chokepoint::words
