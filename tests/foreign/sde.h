// What the C that SDEverywhere generates asks of its surroundings: the functions of equations, lookups, and where outputs go.
#pragma once

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// A course of points (x, y, x, y, ...), x rising; `hit` is where the last reading was found, for readings follow each other in time.
typedef struct {
    const double* points;
    size_t count, hit;
} Lookup;

static inline Lookup* __new_lookup(size_t count, bool copy, double* points)
{
    Lookup* made = malloc(sizeof(Lookup));
    if (copy) {
        double* own = malloc(2 * count * sizeof(double));
        memcpy(own, points, 2 * count * sizeof(double));
        points = own;
    }
    made->points = points;
    made->count = count;
    made->hit = 0;
    return made;
}

static inline double _LOOKUP(Lookup* of, double x)
{
    const double* p = of->points;
    size_t i = of->hit;
    if (x < p[2 * i])
        i = 0;
    while (i < of->count && p[2 * i] < x)
        ++i;
    of->hit = i < of->count ? i : of->count - 1;
    if (i == 0)
        return p[1];
    if (i == of->count)
        return p[2 * i - 1];
    const double x0 = p[2 * i - 2], y0 = p[2 * i - 1], x1 = p[2 * i], y1 = p[2 * i + 1];
    return y0 + (x - x0) / (x1 - x0) * (y1 - y0);
}

#define _MIN(a, b) fmin(a, b)
#define _MAX(a, b) fmax(a, b)
#define _EXP(x) exp(x)
#define _LN(x) log(x)
#define _IF_THEN_ELSE(condition, then, otherwise) ((double)(condition) != 0.0 ? (then) : (otherwise))
#define _INTEG(value, rate) ((value) + (rate)*_time_step)

extern double _time;
extern double* nextOutput;
static inline void outputVar(double value) { *nextOutput++ = value; }
