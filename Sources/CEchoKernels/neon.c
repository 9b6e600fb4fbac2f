// For 64-bit ARM: the same vectors as the portable kernels, and tiles for its 32 registers.
#include <math.h>
#include <string.h>

#include "echo_kernels.h"

#if defined(__aarch64__)
#define SUFFIX neon
#define LANES 4
#define TILE 14
#define ROWS 5
#define OUTPUTS 4
#define HEIGHTS_F32(EACH) EACH(14) EACH(7) EACH(4) EACH(2) EACH(1)
#define TALLEST_F32 14
#define HEIGHTS_SPLIT(EACH) EACH(12) EACH(7) EACH(4) EACH(2) EACH(1)
#define TALLEST_SPLIT 12
#include "template/all.h"

const echo_kernels echo_kernels_neon = {
    KERNELS(neon), .product_bf16 = NAME(product_bf16), .product_i8 = NAME(product_i8)};
#endif
