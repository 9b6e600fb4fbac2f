// For 64-bit ARM: the same vectors as the portable kernels, and tiles for its 32 registers.
#include <math.h>
#include <string.h>

#include "echo_kernels.h"

#if defined(__aarch64__)
#define SUFFIX neon
#define LANES 4
#define TILE 14
#define HEIGHTS_F32(EACH) EACH(14) EACH(7) EACH(4) EACH(2) EACH(1)
#define TALLEST_F32 14
#define HEIGHTS_SPLIT(EACH) EACH(12) EACH(7) EACH(4) EACH(2) EACH(1)
#define TALLEST_SPLIT 12
#include "template/all.h"

const echo_kernels echo_kernels_neon = {KERNELS(neon, i8, bf16), .group = 2};
#endif
