// What stands between Python and Bochs: loaded before it.
//
// The emulator's package takes one processor for granted, the first below; `echo_emulate` has it take another. It also
// wants names that a later glibc gives these functions.
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

static void *(*make)(void *);

/// make: the emulator's own function that makes a processor.
void echo_emulate(void *function) { make = (void *(*)(void *))function; }

void *_Z23create_corei3_cnl_cpuidP8BX_CPU_C(void *processor) { return make(processor); }

unsigned long long __isoc23_strtoull(const char *text, char **end, int base) { return strtoull(text, end, base); }

int __isoc23_sscanf(const char *text, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    int found = vsscanf(text, format, arguments);
    va_end(arguments);
    return found;
}
