// Rows of fp32 in the other formats of products.

/// A last pair that is not full is filled up with zero.
static void NAME(round_bf16)(
    const float *in, size_t rows, size_t channels, size_t in_stride, uint16_t *out, size_t out_stride) {
    size_t whole = channels - channels % LANES;
    for (size_t r = 0; r < rows; r++, in += in_stride, out += out_stride) {
        for (size_t c = 0; c < whole; c += LANES) NAME(store_bf16)(out + c, LOAD(in + c));
        for (size_t c = whole; c < channels; c++) out[c] = (uint16_t)NAME(rounded_bf16)(SPLAT(in[c]))[0];
        if (channels % 2) out[channels] = 0;
    }
}

/// The smallest and the largest of a row's numbers in range, and zero.
INLINE void NAME(range)(const float *in, const echo_quantizer *quantizer, float *least, float *most) {
    size_t channels = quantizer->channels, whole = channels - channels % LANES, c;
    vf low = SPLAT(0.0f), high = SPLAT(0.0f);
    for (c = 0; c < whole; c += LANES) {
        vf value = LOAD(in + c) * LOAD(quantizer->factors + c) * LOAD(quantizer->ranged + c);
        low = NAME(select)(value < low, value, low);
        high = NAME(select)(value > high, value, high);
    }
    *least = 0;
    *most = 0;
    for (int i = 0; i < LANES; i++) {
        *least = low[i] < *least ? low[i] : *least;
        *most = high[i] > *most ? high[i] : *most;
    }
    for (; c < channels; c++) {
        float value = in[c] * quantizer->factors[c] * quantizer->ranged[c];
        *least = value < *least ? value : *least;
        *most = value > *most ? value : *most;
    }
}

/// Each number by the factor, plus the zero, rounded to the nearest byte, ties to even.
///
/// Adding 1.5 * 2**23 leaves the rounded number in the low bits.
INLINE vi NAME(byte_lanes)(vf value, float zero) {
    vf moved = value + zero;
    moved = NAME(select)(moved > 0.0f, moved, SPLAT(0.0f));
    moved = NAME(select)(moved < 255.0f, moved, SPLAT(255.0f));
    return ((vi)(moved + 12582912.0f)) & 0xff;
}

/// How large a row's wide channels are at most, either way.
INLINE float NAME(widest)(const float *in, const echo_quantizer *quantizer) {
    float most = 0;
    for (size_t i = 0; i < quantizer->wide; i++) {
        uint32_t channel = quantizer->wide_channels[i];
        float size = fabsf(in[channel] * quantizer->factors[channel]);
        most = size > most ? size : most;
    }
    return most;
}
