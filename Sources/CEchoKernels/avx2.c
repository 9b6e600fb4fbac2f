// For x86-64 with AVX2 and FMA.
#include <math.h>
#include <string.h>

#include "echo_kernels.h"

#if defined(__x86_64__)
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
#define SUFFIX avx2
#define LANES 8
#define TILE 7
#define ROWS 5
#define OUTPUTS 2
#include "template/all.h"
#pragma clang attribute pop
#endif
