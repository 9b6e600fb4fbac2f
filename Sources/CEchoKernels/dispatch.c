// Which instruction set this processor has.
#include "echo_kernels.h"

extern const echo_kernels echo_kernels_portable;
#if defined(__x86_64__)
extern const echo_kernels echo_kernels_avx2;
extern const echo_kernels echo_kernels_avx2_vnni;
extern const echo_kernels echo_kernels_avx512;
extern const echo_kernels echo_kernels_avx512_vnni;
extern const echo_kernels echo_kernels_avx512_bf16;

static int has_avx2(void) { return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma"); }

static int has_avx512(void) {
    return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512bw")
        && __builtin_cpu_supports("avx512dq") && __builtin_cpu_supports("avx512vl");
}

static int has_vnni(void) { return has_avx512() && __builtin_cpu_supports("avx512vnni"); }
#elif defined(__aarch64__)
extern const echo_kernels echo_kernels_neon;
#endif

const echo_kernels *echo_kernels_for(echo_isa isa) {
    switch (isa) {
    case ECHO_PORTABLE: return &echo_kernels_portable;
#if defined(__x86_64__)
    case ECHO_AVX2: return has_avx2() ? &echo_kernels_avx2 : 0;
    case ECHO_AVX2_VNNI:
        return has_avx2() && __builtin_cpu_supports("avxvnni") ? &echo_kernels_avx2_vnni : 0;
    case ECHO_AVX512: return has_avx512() ? &echo_kernels_avx512 : 0;
    case ECHO_AVX512_VNNI: return has_vnni() ? &echo_kernels_avx512_vnni : 0;
    case ECHO_AVX512_BF16:
        return has_vnni() && __builtin_cpu_supports("avx512bf16") ? &echo_kernels_avx512_bf16 : 0;
#elif defined(__aarch64__)
    case ECHO_NEON: return &echo_kernels_neon;
#endif
    default: return 0;
    }
}

echo_isa echo_isa_best(void) {
    for (int isa = ECHO_AVX512_BF16; isa > ECHO_PORTABLE; isa--)
        if (echo_kernels_for((echo_isa)isa)) return (echo_isa)isa;
    return ECHO_PORTABLE;
}

const echo_kernels *echo_kernels_best(void) { return echo_kernels_for(echo_isa_best()); }
