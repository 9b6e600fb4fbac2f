// For every processor the compiler knows: SSE2 on x86-64.
#include <math.h>
#include <string.h>

#include "echo_kernels.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#define PAIRS(first, second) ((vi)_mm_madd_epi16((__m128i)(first), (__m128i)(second)))
#endif
#define SUFFIX portable
#define LANES 4
#define TILE 7
#define HEIGHTS_F32(EACH) EACH(6) EACH(4) EACH(2) EACH(1)
#define TALLEST_F32 6
#define HEIGHTS_SPLIT(EACH) EACH(4) EACH(2) EACH(1)
#define TALLEST_SPLIT 4
#include "template/all.h"

const echo_kernels echo_kernels_portable = {KERNELS(portable, i8, bf16), .group = 2};
