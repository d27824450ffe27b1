// Runs the model that SDEverywhere generated: `check` prints its outputs, one quarter a line; else it prints the microseconds of one run,
// in time of the processor, the least of many.
#include <stdio.h>
#include <string.h>
#include <time.h>

extern const int numOutputs;
extern double _time_step, _initial_time, _final_time;
void initConstants(void);
void initLevels(void);
void evalAux(void);
void evalLevels(void);
void storeOutputData(void);

double outputs[1 << 16];
double* nextOutput;
double _time;

static int run(void)
{
    nextOutput = outputs;
    initConstants();
    initLevels();
    const int last = (int)((_final_time - _initial_time) / _time_step + 0.5);
    for (int step = 0;; ++step) {
        evalAux();
        storeOutputData();
        if (step == last)
            return last + 1;
        evalLevels();
        _time = _initial_time + (step + 1) * _time_step;
    }
}

static double seconds(void)
{
    struct timespec t;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
    return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

int main(int count, char** arguments)
{
    if (count > 1 && strcmp(arguments[1], "check") == 0) {
        const int quarters = run();
        for (int q = 0; q < quarters; ++q)
            for (int s = 0; s < numOutputs; ++s)
                printf("%.17g%c", outputs[q * numOutputs + s], s + 1 < numOutputs ? ',' : '\n');
        return 0;
    }
    double least = 1e9;
    for (int turn = 0; turn < 400; ++turn) {
        const double begin = seconds();
        for (int i = 0; i < 20; ++i)
            run();
        const double each = (seconds() - begin) / 20;
        least = each < least ? each : least;
    }
    printf("%.3f\n", least * 1e6);
    return 0;
}
