// The end of a product: what becomes of a tile's sums, and where they go.
#define PANEL (2 * LANES)

/// The nearest bf16, ties to even, in the low half of each lane; every NaN is the same one.
INLINE vi NAME(rounded_bf16)(vf v) {
    vi bits = (vi)v, odd = (bits >> 16) & 1;
    vi rounded = ((bits + 0x7fff + odd) >> 16) & 0xffff;
    return (vi)NAME(select)(v == v, (vf)rounded, (vf)((vi){0} + 0x7fc0));
}

/// Stores bf16s; LANES of them.
INLINE void NAME(store_bf16)(uint16_t *out, vf v) {
    *(vh *)out = __builtin_convertvector(NAME(rounded_bf16)(v), vh);
}

/// A row of a tile into the output; `columns` is PANEL, except in a matrix's last panel.
INLINE void NAME(finish_row)(float *sums, size_t columns, const float *residual, float *out) {
    if (columns == PANEL) {
        for (size_t c = 0; c < PANEL; c += LANES)
            STORE(out + c, residual ? LOAD(sums + c) + LOAD(residual + c) : LOAD(sums + c));
    } else {
        for (size_t c = 0; c < columns; c++) out[c] = residual ? sums[c] + residual[c] : sums[c];
    }
}

/// The GELU of a tile, [height, PANEL]; the vectors beyond a last group of rows are whatever lies there.
INLINE void NAME(gelu_tile)(float *tile, size_t height) {
    for (size_t place = 0; place < height * PANEL; place += ABREAST * LANES) {
        vf held[ABREAST];
        SIDE_BY_SIDE held[i] = LOAD(tile + place + i * LANES);
        NAME(gelus)(held);
        SIDE_BY_SIDE STORE(tile + place + i * LANES, held[i]);
    }
}

static void NAME(finish)(
    const echo_product *product, int rounds_gelu, float *tile, size_t height, size_t row, size_t first) {
    if (product->finish == ECHO_FINISH_GELU) NAME(gelu_tile)(tile, height);
    size_t columns = product->outputs - first < PANEL ? product->outputs - first : PANEL;
    for (size_t r = 0; r < height; r++, tile += PANEL) {
        size_t place = (row + r) * product->out_stride + first;
        const float *residual = 0;
        if (product->finish == ECHO_FINISH_RESIDUAL)
            residual = product->residual + (row + r) * product->outputs + first;
        if (rounds_gelu && product->finish == ECHO_FINISH_GELU) {
            uint16_t halves[PANEL];
            for (size_t c = 0; c < PANEL; c += LANES) NAME(store_bf16)(halves + c, LOAD(tile + c));
            memcpy((uint16_t *)product->out + place, halves, columns * sizeof(uint16_t));
        } else {
            NAME(finish_row)(tile, columns, residual, (float *)product->out + place);
        }
    }
}
