// Which instruction set this processor has.
#include "echo_kernels.h"

extern const echo_kernels echo_kernels_portable;
#if defined(__x86_64__)
extern const echo_kernels echo_kernels_avx2;
extern const echo_kernels echo_kernels_avx512;
#endif

const echo_kernels *echo_kernels_for(echo_isa isa) {
#if defined(__x86_64__)
    if (isa == ECHO_AVX512 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl"))
        return &echo_kernels_avx512;
    if (isa == ECHO_AVX2 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"))
        return &echo_kernels_avx2;
#endif
    return isa == ECHO_PORTABLE ? &echo_kernels_portable : 0;
}

echo_isa echo_isa_best(void) {
    if (echo_kernels_for(ECHO_AVX512)) return ECHO_AVX512;
    return echo_kernels_for(ECHO_AVX2) ? ECHO_AVX2 : ECHO_PORTABLE;
}

const echo_kernels *echo_kernels_best(void) { return echo_kernels_for(echo_isa_best()); }
