#pragma once
// EchoSeek's own kernels in C: one source, compiled for each instruction set, chosen when the program runs.
//
// Matrices are row-major and dense; pictures are NHWC. Pointers may have any alignment of a float.
// A result depends on the values and extents alone, never on an address, a batch or a thread count.
#include <stddef.h>
#include <stdint.h>

#include "echo_products.h"

#ifdef __cplusplus
extern "C" {
#endif

/// Instruction sets a kernel may be compiled for; of those a processor has, the last is the fastest.
typedef enum echo_isa {
    /// What the compiler takes for granted: SSE2 on x86-64.
    ECHO_PORTABLE = 0,
    /// 64-bit ARM.
    ECHO_NEON = 1,
    /// With FMA.
    ECHO_AVX2 = 2,
    /// The same with products of bytes (AVX-VNNI).
    ECHO_AVX2_VNNI = 3,
    /// F, BW, DQ and VL.
    ECHO_AVX512 = 4,
    /// The same with products of bytes.
    ECHO_AVX512_VNNI = 5,
    /// The same with products of bytes and of bf16.
    ECHO_AVX512_BF16 = 6,
} echo_isa;

/// The kernels of one instruction set.
typedef struct echo_kernels {
    /// Outputs in a panel of packed weights.
    size_t panel;
    /// Bytes in a word of a row: 4, or 2 where each is kept in 16 bits.
    size_t group;
    /// Rows first ..< first + rows of a depthwise 7x7, padding 3. in [height, width, channels]; weights [49,
    /// channels]; bias [channels]; out [rows, width, channels].
    void (*_Nonnull depthwise7)(
        const float *_Nonnull in, size_t height, size_t width, size_t channels, const float *_Nonnull weights,
        const float *_Nonnull bias, size_t first, size_t rows, float *_Nonnull out);
    /// Normalizes each row over its channels, then scales and shifts. in, out [rows, channels]; may be the
    /// same.
    void (*_Nonnull layer_norm)(
        const float *_Nonnull in, size_t rows, size_t channels, const float *_Nonnull scale,
        const float *_Nonnull shift, float epsilon, float *_Nonnull out);
    /// The same without scale and shift, into rows `out_stride` numbers apart.
    void (*_Nonnull normalize)(
        const float *_Nonnull in, size_t rows, size_t channels, float epsilon, float *_Nonnull out,
        size_t out_stride);
    /// values[r, c] = gelu(values[r, c] + bias[c]), with the exact (erf) GELU.
    void (*_Nonnull bias_gelu)(
        float *_Nonnull values, size_t rows, size_t columns, const float *_Nonnull bias);
    /// values[r, c] += bias[c].
    void (*_Nonnull add_bias)(
        float *_Nonnull values, size_t rows, size_t columns, const float *_Nonnull bias);
    /// Each head's softmax(q . k / sqrt(size)) v, a token seeing those up to itself. qkv [tokens, 3 * width]:
    /// queries, keys, values; scores: room for `tokens` numbers; out: rows of width, `out_stride` numbers apart.
    /// heads divide the width.
    void (*_Nonnull causal_attention)(
        const float *_Nonnull qkv, size_t tokens, size_t width, size_t heads, float *_Nonnull scores,
        float *_Nonnull out, size_t out_stride);
    /// out[i] = query . rows[i]; rows [count, dimension]. The same bits on every instruction set.
    void (*_Nonnull scan_dots)(
        const float *_Nonnull query, const float *_Nonnull rows, size_t count, size_t dimension,
        float *_Nonnull out);
    /// Rows as bf16, rounded to nearest, ties to even, a last pair filled up with zero. Strides in numbers.
    void (*_Nonnull round_bf16)(
        const float *_Nonnull in, size_t rows, size_t channels, size_t in_stride, uint16_t *_Nonnull out,
        size_t out_stride);
    /// Rows as bytes, each with its own scale and zero, a last word filled up with zeros; the high bytes of wide
    /// channels in front, in whole words. The input's stride in numbers, the output's in bytes.
    void (*_Nonnull quantize)(
        const echo_quantizer *_Nonnull quantizer, const float *_Nonnull in, size_t rows, size_t in_stride,
        void *_Nonnull out, size_t out_stride, float *_Nonnull scales, int32_t *_Nonnull zeros);
    /// Products in fp32, bf16 and bytes; sums are fp32, and of bytes exact.
    void (*_Nonnull product_f32)(const echo_product *_Nonnull product);
    void (*_Nonnull product_bf16)(const echo_product *_Nonnull product);
    void (*_Nonnull product_i8)(const echo_product *_Nonnull product);
    /// A product's steps on registers alone, for measuring what the processor can do at most. Each returns how
    /// many additions and multiplications that were.
    double (*_Nonnull peak_f32)(size_t rounds);
    double (*_Nonnull peak_bf16)(size_t rounds);
    double (*_Nonnull peak_i8)(size_t rounds);
} echo_kernels;

/// The kernels of an instruction set; NULL where this processor or this build lacks it.
const echo_kernels *_Nullable echo_kernels_for(echo_isa isa);

/// The kernels of the best instruction set this processor has.
const echo_kernels *_Nonnull echo_kernels_best(void);

/// The best instruction set this processor has.
echo_isa echo_isa_best(void);

/// Cuts rows first ..< first + rows of a picture's 4x4 patches: out [rows * side/4, 48], `stride` numbers
/// apart, columns ordered channel, row, column.
///
/// pixels [side, side, 3]; table [3, 256] holds what each byte of each channel becomes. side is a multiple of
/// 4.
void echo_patches_u8(
    const uint8_t *_Nonnull pixels, size_t side, size_t first, size_t rows, const float *_Nonnull table,
    float *_Nonnull out, size_t stride);

/// The same of a normalized picture [3, side, side].
void echo_patches_planar(
    const float *_Nonnull picture, size_t side, size_t first, size_t rows, float *_Nonnull out,
    size_t stride);

/// out[c] = mean over the rows, summed in double precision. in [rows, channels].
void echo_mean_rows(const float *_Nonnull in, size_t rows, size_t channels, float *_Nonnull out);

#ifdef __cplusplus
}
#endif
