// Every kernel for one instruction set, and the table that names them. Included once by each of portable.c,
// neon.c, avx2.c and avx512.c, which set SUFFIX, LANES (floats in a vector), TILE (outputs a depthwise tile
// holds), HEIGHTS and TALLEST for both kinds of tile (the rows
// that a product's may have), and PAIRS where the set multiplies and adds pairs of 16-bit numbers.
#define JOIN(first, second) first##_##second
#define JOINED(first, second) JOIN(first, second)
#define NAME(base) JOINED(base, SUFFIX)

#include "vectors.h"
#include "mathematics.h"
#include "convolution.h"
#include "rows.h"
#include "scan.h"
#include "attention.h"
#include "finish.h"
#include "formats.h"
#include "products.h"

// A table's kernels that every set makes by the same text, and those of bytes and of bf16 by name, which may have
// instructions of their own.
#define KERNELS(suffix, bytes, halves)                                                                    \
    .panel = PANEL, .depthwise7 = depthwise7_##suffix, .layer_norm = layer_norm_##suffix,                 \
    .normalize = normalize_##suffix, .bias_gelu = bias_gelu_##suffix, .add_bias = add_bias_##suffix,      \
    .causal_attention = causal_attention_##suffix, .scan_dots = scan_dots_##suffix,                       \
    .round_bf16 = round_bf16_##suffix, .quantize = quantize_##bytes##_##suffix,                           \
    .product_f32 = product_f32_##suffix, .product_bf16 = product_##halves##_##suffix,                     \
    .product_i8 = product_##bytes##_##suffix, .peak_f32 = peak_f32_##suffix,                              \
    .peak_bf16 = peak_##halves##_##suffix, .peak_i8 = peak_##bytes##_##suffix
