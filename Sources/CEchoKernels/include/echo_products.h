#pragma once
// Products of activations with packed weights, out = finish(in · weightsᵀ + bias), in three number formats.
//
// A packed matrix is a row of panels; a panel holds the weights of `panel` outputs, `panel` being two vectors
// of the instruction set. Whatever the format, one step of the inner loop takes a word of four bytes from
// each input row: one float, two bf16, or four bytes. A panel is, in this order,
//   float   bias[panel]
//   float   scales[panel]; int32_t zeros[panel], offsets[panel]      (bytes alone)
//   word    weights[words][panel]
// with words = inputs, or half or a quarter of them rounded up. Inputs and outputs beyond the last are zeros.
//
// Bytes come in groups of four where the instruction set multiplies bytes, and then as that says. Elsewhere in groups
// of two: a row keeps each byte in 16 bits, and a word of weights is two bytes, so that no sum saturates.
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// What becomes of a sum before it is stored.
typedef enum echo_finish {
    /// Nothing: the product and its bias.
    ECHO_FINISH_NONE = 0,
    /// The exact (erf) GELU.
    ECHO_FINISH_GELU = 1,
    /// The residual is added.
    ECHO_FINISH_RESIDUAL = 2,
} echo_finish;

/// One product. A row's results depend on that row and the weights alone, not on the rows beside it.
typedef struct echo_product {
    /// rows rows of words, `stride` bytes apart; the bytes of a last word that is not full count for nothing.
    const void *_Nonnull in;
    size_t rows;
    size_t stride;
    /// As a packing function left them, for this instruction set's panel.
    const void *_Nonnull packed;
    size_t inputs;
    size_t outputs;
    echo_finish finish;
    /// [rows, outputs], dense; only where `finish` adds it. May be `out`.
    const float *_Nullable residual;
    /// rows rows of floats, `out_stride` numbers apart; after a GELU in bf16, of bf16.
    void *_Nonnull out;
    size_t out_stride;
    /// Bytes alone: input = scale · (byte - zero), for each row.
    const float *_Nullable row_scales;
    const int32_t *_Nullable row_zeros;
    /// Bytes alone: how many channels have a second, high byte in front of the row.
    size_t wide;
} echo_product;

/// The layer a matrix is packed from, and what is folded into it.
typedef struct echo_layer {
    /// [outputs, inputs], as PyTorch keeps a linear layer.
    const float *_Nonnull weights;
    const float *_Nonnull bias;
    size_t inputs;
    size_t outputs;
    /// Of a LayerNorm in front of it, [inputs]: the layer then takes what is only normalized.
    const float *_Nullable input_scale;
    const float *_Nullable input_shift;
    /// Of a layer scale behind it, [outputs].
    const float *_Nullable output_scale;
} echo_layer;

/// Bytes of a packed matrix.
size_t echo_packed_size_f32(size_t inputs, size_t outputs, size_t panel);
size_t echo_packed_size_bf16(size_t inputs, size_t outputs, size_t panel);
size_t echo_packed_size_i8(size_t inputs, size_t outputs, size_t wide, size_t group, size_t panel);

/// Folds in double precision and rounds once, without packing: weights [outputs, inputs], bias [outputs].
void echo_fold(const echo_layer *_Nonnull layer, float *_Nonnull weights, float *_Nonnull bias);

/// The same, packed.
void echo_pack_f32(const echo_layer *_Nonnull layer, size_t panel, void *_Nonnull packed);

/// The same; rounds to the nearest bf16, ties to even.
void echo_pack_bf16(const echo_layer *_Nonnull layer, size_t panel, void *_Nonnull packed);

/// The same as signed bytes with a scale for each output.
///
/// factors [inputs]: what each input is multiplied by when it is made bytes, and its weights divided by here.
/// wide_channels: ascending, the inputs that get 16 bits (see echo_quantizer). group: the instruction set's.
void echo_pack_i8(
    const echo_layer *_Nonnull layer, const float *_Nonnull factors, const uint32_t *_Nullable wide_channels,
    size_t wide, size_t group, size_t panel, void *_Nonnull packed);

/// How rows are made bytes.
///
/// A row's range is that of its channels that are not wide, and zero. A wide channel's value may lie 128
/// times beyond it: its byte and a high byte, which stands in front of the row, are one number of 16 bits
/// with 32768 for zero. Real ConvNeXts have a few channels that are tens of times larger than the others; on
/// a common scale of 8 bits they would leave the others a few levels.
typedef struct echo_quantizer {
    size_t channels;
    /// [channels]: each value is multiplied by its factor first.
    const float *_Nonnull factors;
    /// [channels]: 1, or 0 for a wide channel.
    const float *_Nonnull ranged;
    /// Ascending.
    const uint32_t *_Nullable wide_channels;
    size_t wide;
} echo_quantizer;

#ifdef __cplusplus
}
#endif
