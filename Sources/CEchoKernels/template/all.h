// Every kernel for one instruction set, and the table that names them. Included once by each of portable.c,
// neon.c, avx2.c and avx512.c, which set SUFFIX, LANES (floats in a vector), TILE (outputs a depthwise tile
// holds), ROWS and OUTPUTS (of a linear layer's tile), HEIGHTS and TALLEST for both kinds of tile (the rows
// that a product's may have), and PAIRS where the set multiplies and adds pairs of 16-bit numbers.
#define JOIN(first, second) first##_##second
#define JOINED(first, second) JOIN(first, second)
#define NAME(base) JOINED(base, SUFFIX)

#include "vectors.h"
#include "mathematics.h"
#include "convolution.h"
#include "rows.h"
#include "scan.h"
#include "linear.h"
#include "products.h"
#include "formats.h"

// The start of a table; the products of bf16 and bytes follow, which may have instructions of their own.
#define KERNELS(suffix)                                                                                   \
    .panel = PANEL, .depthwise7 = depthwise7_##suffix, .layer_norm = layer_norm_##suffix,                 \
    .normalize = normalize_##suffix, .bias_gelu = bias_gelu_##suffix, .add_bias = add_bias_##suffix,      \
    .add_residual = add_residual_##suffix, .causal_softmax = causal_softmax_##suffix,                     \
    .scan_dots = scan_dots_##suffix, .linear_few = linear_few_##suffix,                                   \
    .round_bf16 = round_bf16_##suffix, .quantize = quantize_##suffix, .product_f32 = product_f32_##suffix
