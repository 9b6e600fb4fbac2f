// Every C kernel of every instruction set this processor has, on buffers of exactly the needed size, so that a
// sanitizer or valgrind sees each byte beyond; products are also held against double precision.
//
// With a set's name as argument, that set alone, and it is an error where the processor lacks it.
//
// `make check-kernels` builds it with the address and undefined-behavior sanitizers, `make check-emulated` runs it on
// emulated processors. The numbers' own tests are Tests/EchoTensorTests; they need neither, and this needs no Swift.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "echo_kernels.h"
#include "echo_scan.h"

static uint64_t state = 1;

/// -1 ..< 1.
static float number(void) {
    state = state * 6364136223846793005u + 1442695040888963407u;
    return (float)((double)(state >> 33) / 1073741824.0 - 1.0);
}

static size_t between(size_t low, size_t high) { return low + (size_t)((number() + 1) / 2 * (high - low + 1)); }

static void *room(size_t bytes) {
    void *start = malloc(bytes);
    if (!start) abort();
    memset(start, 0xff, bytes);  // NaN, wherever nothing is written
    return start;
}

static float *numbers(size_t count) {
    float *values = room(count * sizeof(float));
    for (size_t i = 0; i < count; i++) values[i] = number();
    return values;
}

enum format { FP32, BF16, BYTES };

/// The relative error that a format may have, on sums of up to 120 products.
static const double limits[] = {2e-6, 6e-3, 3e-2};

static double expected(const echo_layer *layer, const float *in, size_t output) {
    double sum = layer->bias[output];
    for (size_t k = 0; k < layer->inputs; k++) {
        double value = (double)in[k] * layer->input_scale[k] + layer->input_shift[k];
        sum += layer->weights[output * layer->inputs + k] * value;
    }
    return sum * layer->output_scale[output];
}

/// One product with a residual; 1 where it is off.
static int check_product(const echo_kernels *kernels, enum format format, size_t rows, size_t inputs, size_t outputs) {
    float *weights = numbers(outputs * inputs), *bias = numbers(outputs), *scale = numbers(inputs);
    float *shift = numbers(inputs), *behind = numbers(outputs), *in = numbers(rows * inputs);
    float *residual = numbers(rows * outputs), *out = room(rows * outputs * sizeof(float));
    float *factors = room(inputs * sizeof(float)), *ranged = room(inputs * sizeof(float));
    for (size_t k = 0; k < inputs; k++) factors[k] = ranged[k] = 1;
    echo_layer layer = {weights, bias, inputs, outputs, scale, shift, behind};
    uint32_t wide_channels[] = {0, (uint32_t)inputs / 2, (uint32_t)inputs - 1};
    size_t wide = format == BYTES && inputs > 2 ? 3 : 0;
    for (size_t i = 0; i < wide; i++) ranged[wide_channels[i]] = 0;
    echo_quantizer quantizer = {inputs, factors, ranged, wide_channels, wide};

    size_t panel = kernels->panel, group = kernels->group;
    size_t size = format == FP32 ? 4 : format == BF16 ? 2 : 4 / group;
    size_t stride = (wide + group - 1) / group * 4 * (format == BYTES) + (inputs * size + 3) / 4 * 4;
    void *words = room(rows * stride), *packed;
    float *scales = room(rows * sizeof(float));
    int32_t *zeros = room(rows * sizeof(int32_t));
    if (format == FP32) {
        packed = room(echo_packed_size_f32(inputs, outputs, panel));
        echo_pack_f32(&layer, panel, packed);
        memcpy(words, in, rows * stride);
    } else if (format == BF16) {
        packed = room(echo_packed_size_bf16(inputs, outputs, panel));
        echo_pack_bf16(&layer, panel, packed);
        kernels->round_bf16(in, rows, inputs, inputs, words, stride / 2);
    } else {
        packed = room(echo_packed_size_i8(inputs, outputs, wide, group, panel));
        echo_pack_i8(&layer, factors, wide_channels, wide, group, panel, packed);
        kernels->quantize(&quantizer, in, rows, inputs, words, stride, scales, zeros);
    }
    echo_product product = {words, rows, stride, packed, inputs, outputs, ECHO_FINISH_GELU, residual, out, outputs,
                            scales, zeros, wide};
    void (*run)(const echo_product *) = format == FP32 ? kernels->product_f32
        : format == BF16 ? kernels->product_bf16 : kernels->product_i8;
    run(&product);
    product.finish = ECHO_FINISH_RESIDUAL;
    run(&product);
    double error = 0, whole = 1e-12;
    for (size_t i = 0; i < rows * outputs; i++) {
        double right = expected(&layer, in + i / outputs * inputs, i % outputs) + residual[i];
        error += (out[i] - right) * (out[i] - right);
        whole += right * right;
    }
    void *all[] = {weights, bias, scale, shift, behind, in, residual, out, factors, ranged, words, packed, scales, zeros};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) free(all[i]);
    if (sqrt(error / whole) <= limits[format]) return 0;
    printf("format %d, %zu x %zu x %zu: off by %g\n", format, rows, inputs, outputs, sqrt(error / whole));
    return 1;
}

/// A layer with all that is folded into it.
static void fold(void) {
    size_t inputs = between(1, 40), outputs = between(1, 40);
    float *weights = numbers(outputs * inputs), *bias = numbers(outputs), *scale = numbers(inputs);
    float *shift = numbers(inputs), *behind = numbers(outputs);
    float *folded = room(outputs * inputs * sizeof(float)), *added = room(outputs * sizeof(float));
    echo_layer layer = {weights, bias, inputs, outputs, scale, shift, behind};
    echo_fold(&layer, folded, added);
    void *used[] = {weights, bias, scale, shift, behind, folded, added};
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) free(used[i]);
}

/// The other kernels, for their reads and writes alone.
static void touch(const echo_kernels *kernels) {
    size_t height = between(1, 9), width = between(1, 30), channels = between(1, 40), all = height * width * channels;
    float *in = numbers(all), *out = room(all * sizeof(float)), *taps = numbers(49 * channels), *scale = numbers(channels);
    kernels->depthwise7(in, height, width, channels, taps, scale, 0, height, out);
    kernels->normalize(in, height * width, channels, 1e-6f, out, channels);
    kernels->layer_norm(in, height * width, channels, scale, scale, 1e-6f, out);
    kernels->bias_gelu(out, height * width, channels, scale);
    kernels->add_bias(out, height * width, channels, scale);
    kernels->scan_dots(scale, in, height * width, channels, out);
    size_t heads = between(1, 4), wide = heads * between(1, 20);
    float *qkv = numbers(width * 3 * wide), *scores = room(width * sizeof(float)), *mixed = room(width * wide * 4);
    kernels->causal_attention(qkv, width, wide, heads, scores, mixed, wide);
    if (kernels->peak_f32(3) <= 0 || kernels->peak_bf16(3) <= 0 || kernels->peak_i8(3) <= 0) abort();
    size_t side = 4 * between(1, 12), rows = side / 4;
    uint8_t *pixels = room(side * side * 3);
    float *picture = numbers(3 * side * side), *table = numbers(3 * 256), *patches = room(rows * rows * 48 * 4);
    echo_patches_u8(pixels, side, 0, rows, table, patches, 48);
    echo_patches_planar(picture, side, 0, rows, patches, 48);
    echo_mean_rows(in, height * width, channels, scale);
    fold();
    size_t count = height * width;
    int32_t *places = room(count * sizeof(int32_t));
    for (size_t i = 0; i < count; i++) places[i] = (int32_t)(count - 1 - i);
    for (echo_scan_kernel kernel = echo_scan_fastest; kernel <= echo_scan_portable; kernel++) {
        echo_scan(kernel, in, kernel == echo_scan_avx2 ? NULL : places, count, channels, in, out);
    }
    free(places);
    void *used[] = {in, out, taps, scale, qkv, scores, mixed, pixels, picture, table, patches};
    for (size_t i = 0; i < sizeof used / sizeof *used; i++) free(used[i]);
}

/// By their numbers in echo_isa.
static const char *const names[]
    = {"portable", "neon", "avx2", "avx2vnni", "avx512", "avx512vnni", "avx512bf16"};

int main(int count, char **arguments) {
    const char *asked = count > 1 ? arguments[1] : NULL;
    int off = 0, checked = 0;
    for (int isa = ECHO_PORTABLE; isa <= ECHO_AVX512_BF16; isa++) {
        const echo_kernels *kernels = echo_kernels_for((echo_isa)isa);
        if (!kernels || (asked && strcmp(asked, names[isa]))) continue;
        printf("%s\n", names[isa]);
        for (int round = 0; round < 20; round++) {
            for (enum format format = FP32; format <= BYTES; format++) {
                size_t inputs = round ? between(1, 120) : 1, outputs = round ? between(1, 90) : 1;
                off += check_product(kernels, format, round ? between(1, 45) : 1, inputs, outputs);
                checked++;
            }
            touch(kernels);
        }
    }
    printf("%d products checked, %d off\n", checked, off);
    return off > 0 || !checked;
}
