// For x86-64 with AVX-512 F, BW, DQ and VL.
#include <math.h>
#include <string.h>

#include "echo_kernels.h"

#if defined(__x86_64__)
#pragma clang attribute push(                                                                             \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,fma"))), apply_to = function)
#define SUFFIX avx512
#define LANES 16
#define TILE 14
#define ROWS 5
#define OUTPUTS 4
#include "template/all.h"
#pragma clang attribute pop
#endif
