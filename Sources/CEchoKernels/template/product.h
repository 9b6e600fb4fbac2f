// A product in bf16 or fp32: panel by panel, and down the rows in tiles. Included after tile.h, with
//   WORDS(inputs)   four-byte words of a row
//   ROUNDS_GELU     1 where a GELU is stored in bf16, for the next product
//
// The panel is the outer loop: it stays in the second-level cache, or the first, while all rows pass it. So a
// caller who gives as many rows as that cache holds beside it reads the weights from memory once.

/// One tile's sums with their biases, [height, PANEL].
INLINE void FORMATTED(tile)(
    int height, const echo_product *product, const char *in, const char *panel, float *tile) {
    SUM sums[TALLEST][2];
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
        sums[r][0] = LOAD(panel);
        sums[r][1] = LOAD(panel + LANES * 4);
    }
    FORMATTED(accumulate)(height, in, product->stride, panel + PANEL * 4, WORDS(product->inputs), sums);
#pragma clang loop unroll(full)
    for (int r = 0; r < height; r++) {
        STORE(tile + r * PANEL, sums[r][0]);
        STORE(tile + r * PANEL + LANES, sums[r][1]);
    }
}

static void FORMATTED(product)(const echo_product *product) {
    float tile[(TALLEST + 1) * PANEL] __attribute__((aligned(64)));
    const char *panel = product->packed;
    for (size_t first = 0; first < product->outputs; first += PANEL) {
        for (size_t row = 0; row < product->rows;) {
            const char *in = (const char *)product->in + row * product->stride;
            int height = FORMATTED(height)(product->rows - row);
            switch (height) {
#define OF_HEIGHT(height)                                                                                    \
    case height:                                                                                          \
        FORMATTED(tile)(height, product, in, panel, tile);                                                \
        break;
                HEIGHTS(OF_HEIGHT)
#undef OF_HEIGHT
            }
            NAME(finish)(product, ROUNDS_GELU, tile, (size_t)height, row, first);
            row += (size_t)height;
        }
        panel += (1 + WORDS(product->inputs)) * PANEL * 4;
    }
}
