// For every processor the compiler knows: SSE2 on x86-64.
#include <math.h>
#include <string.h>

#include "echo_kernels.h"

#define SUFFIX portable
#define LANES 4
#define TILE 7
#define ROWS 5
#define OUTPUTS 2
#define HEIGHTS_F32(EACH) EACH(6) EACH(4) EACH(2) EACH(1)
#define TALLEST_F32 6
#define HEIGHTS_SPLIT(EACH) EACH(4) EACH(2) EACH(1)
#define TALLEST_SPLIT 4
#include "template/all.h"

const echo_kernels echo_kernels_portable = {
    KERNELS(portable), .product_bf16 = NAME(product_bf16), .product_i8 = NAME(product_i8)};
