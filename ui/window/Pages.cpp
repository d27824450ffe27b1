// Lists the pages: a new one costs its folder and one line here.
#include "window/Pages.h"

#define CHOKEPOINT_PAGES(page) page(explore) page(compare) page(why) page(flows) page(negotiate) page(sources)

namespace chokepoint::ui {

#define CHOKEPOINT_PAGE(folder)                                                                                                            \
    namespace folder {                                                                                                                     \
    PageKind page();                                                                                                                       \
    }
CHOKEPOINT_PAGES(CHOKEPOINT_PAGE)
#undef CHOKEPOINT_PAGE

const std::vector<PageKind>& pageKinds()
{
#define CHOKEPOINT_PAGE(folder) folder::page(),
    static const std::vector<PageKind> kinds{CHOKEPOINT_PAGES(CHOKEPOINT_PAGE)};
#undef CHOKEPOINT_PAGE
    return kinds;
}

} // namespace chokepoint::ui
