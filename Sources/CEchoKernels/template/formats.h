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

/// The wide channels: the high bytes in front of the row, the low bytes in their places.
INLINE void NAME(quantize_wide)(
    const float *in, const echo_quantizer *quantizer, float factor, int32_t zero, uint8_t *high,
    uint8_t *low) {
    for (size_t i = 0; i < quantizer->wide; i++) {
        uint32_t channel = quantizer->wide_channels[i];
        float moved = in[channel] * quantizer->factors[channel] * factor + (float)(zero + 32768);
        moved = moved > 0 ? moved : 0;
        uint32_t whole = (uint32_t)lrintf(moved < 65535 ? moved : 65535);
        high[i] = (uint8_t)(whole >> 8);
        low[channel] = (uint8_t)whole;
    }
}

/// Bytes beyond the last channel are zeros.
static void NAME(quantize)(
    const echo_quantizer *quantizer, const float *in, size_t rows, size_t in_stride, uint8_t *out,
    size_t out_stride, float *scales, int32_t *zeros) {
    size_t channels = quantizer->channels, whole = channels - channels % LANES;
    for (size_t r = 0; r < rows; r++, in += in_stride, out += out_stride) {
        uint8_t *low = out + echo_wide_bytes(quantizer->wide);
        float least, most;
        NAME(range)(in, quantizer, &least, &most);
        // Of the 32768 levels on each side, 255 are the zero's to move in.
        float scale = fmaxf((most - least) / 255, NAME(widest)(in, quantizer) / (32767 - 255));
        if (!(scale > 0)) scale = 1;
        float factor = 1 / scale;
        int32_t zero = (int32_t)lrintf(-least * factor);
        for (size_t c = 0; c < whole; c += LANES) {
            vf value = LOAD(in + c) * LOAD(quantizer->factors + c) * factor;
            *(vb *)(low + c) = __builtin_convertvector(NAME(byte_lanes)(value, (float)zero), vb);
        }
        for (size_t c = whole; c < channels; c++) {
            vf value = SPLAT(in[c] * quantizer->factors[c] * factor);
            low[c] = (uint8_t)NAME(byte_lanes)(value, (float)zero)[0];
        }
        for (size_t c = channels; c % 4; c++) low[c] = 0;
        memset(out, 0, echo_wide_bytes(quantizer->wide));
        NAME(quantize_wide)(in, quantizer, factor, zero, out, low);
        scales[r] = scale;
        zeros[r] = zero;
    }
}
