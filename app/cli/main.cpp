#include "Engine.h"
#include <cstdio>
#include <iostream>
using namespace chokepoint;
int main(int argc, char** argv) try {
    Engine e("resources", "scenarios");
    Scenario s = e.preset(argv[1]);
    Quarter from = defaultStart;
    for (int i = 2; i < argc; ++i) {
        std::string a = argv[i];
        auto q = Quarter::parse(a);
        auto eq = a.find('=');
        if (q) from = *q;
        else if (a.find('.') < eq) s.assumptions.push_back({a.substr(0, eq), a.substr(eq + 1)});
        else s.changes.push_back({a.substr(0, eq), a.substr(eq + 1), {}, 1});
    }
    auto p = e.project(s, from);
    std::printf("quarter");
    for (auto& x : e.catalogue().series) std::printf(",%s", x.id.c_str());
    for (int q = 0; q < quarterCount; ++q) {
        std::printf("\n%s", Quarter{q}.text().c_str());
        for (auto& x : p.series) std::printf(",%.17g", x[q]);
    }
    std::printf("\n");
} catch (const std::exception& e) { std::cerr << e.what() << "\n"; return 1; }
