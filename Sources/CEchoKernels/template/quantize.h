// Rows of fp32 as bytes. Included with BYTE, the number that a byte is kept in, and GROUP, how many fill a word.

/// Stores LANES bytes.
INLINE void FORMATTED(store)(BYTE *out, vi bytes) {
    typedef BYTE wide __attribute__((vector_size(LANES * sizeof(BYTE)), aligned(1), may_alias));
    *(wide *)out = __builtin_convertvector(bytes, wide);
}

/// The wide channels: the high bytes in front of the row, the low bytes in their places.
INLINE void FORMATTED(quantize_wide)(
    const float *in, const echo_quantizer *quantizer, float factor, int32_t zero, BYTE *high,
    BYTE *low) {
    for (size_t i = 0; i < quantizer->wide; i++) {
        uint32_t channel = quantizer->wide_channels[i];
        float moved = in[channel] * quantizer->factors[channel] * factor + (float)(zero + 32768);
        moved = moved > 0 ? moved : 0;
        uint32_t whole = (uint32_t)lrintf(moved < 65535 ? moved : 65535);
        high[i] = (BYTE)(whole >> 8);
        low[channel] = (BYTE)(whole & 255);
    }
}

/// Bytes beyond the last channel are zeros.
static void FORMATTED(quantize)(
    const echo_quantizer *quantizer, const float *in, size_t rows, size_t in_stride, void *out,
    size_t out_stride, float *scales, int32_t *zeros) {
    size_t channels = quantizer->channels, whole = channels - channels % LANES;
    size_t front = (quantizer->wide + GROUP - 1) / GROUP * GROUP;
    for (size_t r = 0; r < rows; r++, in += in_stride) {
        BYTE *high = (BYTE *)((char *)out + r * out_stride), *low = high + front;
        float least, most;
        NAME(range)(in, quantizer, &least, &most);
        // Of the 32768 levels on each side, 255 are the zero's to move in.
        float scale = fmaxf((most - least) / 255, NAME(widest)(in, quantizer) / (32767 - 255));
        if (!(scale > 0)) scale = 1;
        float factor = 1 / scale;
        int32_t zero = (int32_t)lrintf(-least * factor);
        for (size_t c = 0; c < whole; c += LANES) {
            vf value = LOAD(in + c) * LOAD(quantizer->factors + c) * factor;
            FORMATTED(store)(low + c, NAME(byte_lanes)(value, (float)zero));
        }
        for (size_t c = whole; c < channels; c++) {
            vf value = SPLAT(in[c] * quantizer->factors[c] * factor);
            low[c] = (BYTE)NAME(byte_lanes)(value, (float)zero)[0];
        }
        for (size_t c = channels; c % GROUP; c++) low[c] = 0;
        memset(high, 0, front * sizeof(BYTE));
        FORMATTED(quantize_wide)(in, quantizer, factor, zero, high, low);
        scales[r] = scale;
        zeros[r] = zero;
    }
}
