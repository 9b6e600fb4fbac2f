// A product of bytes. Included after tile.h, with GROUP, how many channels a word holds.
//
// With inputs s · (q - z), a wide channel's q of 16 bits, and weights t · w, an output is
//   s · t · (Σ q w - z Σ w - 32768 Σ_wide w) + bias.
// The two sums of weights are packed. Σ q w takes the wide channels' high bytes first, shifts the sum up by
// eight, and goes on with the low bytes of all channels: exact in 32 bits for 16,000 channels of which 128
// are wide.

INLINE void FORMATTED(tile)(
    int height, const echo_product *product, size_t row, const char *in, const char *panel, float *tile) {
    size_t wide = (product->wide + GROUP - 1) / GROUP, words = (product->inputs + GROUP - 1) / GROUP;
    const char *weights = panel + 4 * PANEL * 4;
    vi sums[TALLEST][2] = {{{0}}};
    if (wide) {
        FORMATTED(accumulate)(height, in, product->stride, weights, wide, sums);
#pragma clang loop unroll(full)
        for (int r = 0; r < height; r++) {
            sums[r][0] <<= 8;
            sums[r][1] <<= 8;
        }
    }
    FORMATTED(accumulate)(
        height, in + wide * 4, product->stride, weights + wide * PANEL * WEIGHT_BYTES, words, sums);
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
        float scale = product->row_scales[row + (size_t)r];
        int32_t zero = product->row_zeros[row + (size_t)r];
#pragma clang loop unroll(full)
        for (int half = 0; half < 2; half++) {
            const char *facts = panel + half * LANES * 4;
            vi exact = sums[r][half] - LOADI(facts + 2 * PANEL * 4) * zero - LOADI(facts + 3 * PANEL * 4);
            vf value = __builtin_convertvector(exact, vf) * (LOAD(facts + PANEL * 4) * scale) + LOAD(facts);
            STORE(tile + r * PANEL + half * LANES, value);
        }
    }
}

static void FORMATTED(product)(const echo_product *product) {
    float tile[(TALLEST + 1) * PANEL] __attribute__((aligned(64)));
    const char *panel = product->packed;
    size_t words = (product->wide + GROUP - 1) / GROUP + (product->inputs + GROUP - 1) / GROUP;
    for (size_t first = 0; first < product->outputs; first += PANEL) {
        for (size_t row = 0; row < product->rows;) {
            const char *in = (const char *)product->in + row * product->stride;
            int height = FORMATTED(height)(product->rows - row);
            switch (height) {
#define OF_HEIGHT(height)                                                                                    \
    case height:                                                                                          \
        FORMATTED(tile)(height, product, row, in, panel, tile);                                             \
        break;
                HEIGHTS(OF_HEIGHT)
#undef OF_HEIGHT
            }
            NAME(finish)(product, 0, tile, (size_t)height, row, first);
            row += (size_t)height;
        }
        panel += 4 * PANEL * 4 + words * PANEL * WEIGHT_BYTES;
    }
}
