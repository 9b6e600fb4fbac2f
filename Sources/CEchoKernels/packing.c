// Weights into panels; see include/echo_products.h for the layout.
#include <math.h>
#include <string.h>

#include "echo_products.h"

static size_t rounded_up(size_t count, size_t unit) { return (count + unit - 1) / unit; }

size_t echo_packed_size_f32(size_t inputs, size_t outputs, size_t panel) {
    return rounded_up(outputs, panel) * (1 + inputs) * panel * 4;
}

size_t echo_packed_size_bf16(size_t inputs, size_t outputs, size_t panel) {
    return rounded_up(outputs, panel) * (1 + rounded_up(inputs, 2)) * panel * 4;
}

size_t echo_packed_size_i8(size_t inputs, size_t outputs, size_t wide, size_t group, size_t panel) {
    size_t channels = (rounded_up(wide, group) + rounded_up(inputs, group)) * group;
    return rounded_up(outputs, panel) * (4 * 4 + channels) * panel;
}

/// A weight with both scales folded in.
static inline double folded(const echo_layer *layer, size_t output, size_t input) {
    double weight = layer->weights[output * layer->inputs + input];
    if (layer->input_scale) weight *= layer->input_scale[input];
    return layer->output_scale ? weight * layer->output_scale[output] : weight;
}

/// The biases of a panel, the norm's shift folded in; zeros beyond the last output.
static void pack_bias(const echo_layer *layer, size_t first, size_t panel, float *bias) {
    for (size_t n = 0; n < panel; n++) {
        size_t output = first + n;
        double sum = 0;
        if (output < layer->outputs) {
            const float *weights = layer->weights + output * layer->inputs;
            sum = layer->bias[output];
            for (size_t k = 0; layer->input_shift && k < layer->inputs; k++)
                sum += (double)weights[k] * layer->input_shift[k];
            if (layer->output_scale) sum *= layer->output_scale[output];
        }
        bias[n] = (float)sum;
    }
}

void echo_fold(const echo_layer *layer, float *weights, float *bias) {
    pack_bias(layer, 0, layer->outputs, bias);
    for (size_t output = 0; output < layer->outputs; output++)
        for (size_t k = 0; k < layer->inputs; k++) *weights++ = (float)folded(layer, output, k);
}

void echo_pack_f32(const echo_layer *layer, size_t panel, void *packed) {
    float *to = packed;
    for (size_t first = 0; first < layer->outputs; first += panel) {
        pack_bias(layer, first, panel, to);
        to += panel;
        for (size_t k = 0; k < layer->inputs; k++)
            for (size_t n = 0; n < panel; n++)
                *to++ = first + n < layer->outputs ? (float)folded(layer, first + n, k) : 0;
    }
}

static uint16_t bf16(float value) {
    uint32_t bits;
    memcpy(&bits, &value, sizeof bits);
    if (value != value) return 0x7fc0;
    return (uint16_t)((bits + 0x7fff + ((bits >> 16) & 1)) >> 16);
}

void echo_pack_bf16(const echo_layer *layer, size_t panel, void *packed) {
    char *to = packed;
    for (size_t first = 0; first < layer->outputs; first += panel) {
        pack_bias(layer, first, panel, (float *)to);
        uint16_t *weights = (uint16_t *)(to + panel * 4);
        for (size_t k = 0; k < rounded_up(layer->inputs, 2) * 2; k++) {
            for (size_t n = 0; n < panel; n++) {
                size_t output = first + n;
                float weight
                    = output < layer->outputs && k < layer->inputs ? (float)folded(layer, output, k) : 0;
                weights[(k / 2 * panel + n) * 2 + k % 2] = bf16(weight);
            }
        }
        to += (1 + rounded_up(layer->inputs, 2)) * panel * 4;
    }
}

/// One output's weights as bytes, strided into its panel: the wide channels' once more in front.
static void pack_output_i8(
    const echo_layer *layer, size_t output, const float *factors, const uint32_t *wide_channels, size_t wide,
    size_t group, size_t panel, char *to, size_t n) {
    double largest = 0;
    for (size_t k = 0; k < layer->inputs; k++)
        largest = fmax(largest, fabs(folded(layer, output, k) / factors[k]));
    double scale = largest > 0 ? largest / 127 : 1;
    int8_t *high = (int8_t *)to + 4 * panel * 4, *low = high + rounded_up(wide, group) * panel * group;
    int32_t sum = 0, high_sum = 0;
    for (size_t k = 0; k < layer->inputs; k++) {
        int8_t weight = (int8_t)lrint(folded(layer, output, k) / factors[k] / scale);
        low[(k / group * panel + n) * group + k % group] = weight;
        sum += weight;
    }
    for (size_t i = 0; i < wide; i++) {
        uint32_t channel = wide_channels[i];
        int8_t weight = low[(channel / group * panel + n) * group + channel % group];
        high[(i / group * panel + n) * group + i % group] = weight;
        high_sum += weight;
    }
    ((float *)to)[panel + n] = (float)scale;
    ((int32_t *)to)[2 * panel + n] = sum;
    ((int32_t *)to)[3 * panel + n] = 32768 * high_sum;
}

void echo_pack_i8(
    const echo_layer *layer, const float *factors, const uint32_t *wide_channels, size_t wide, size_t group,
    size_t panel, void *packed) {
    char *to = packed;
    size_t size = echo_packed_size_i8(layer->inputs, panel, wide, group, panel);
    for (size_t first = 0; first < layer->outputs; first += panel, to += size) {
        memset(to, 0, size);
        pack_bias(layer, first, panel, (float *)to);
        for (size_t n = 0; n < panel && first + n < layer->outputs; n++)
            pack_output_i8(layer, first + n, factors, wide_channels, wide, group, panel, to, n);
    }
}
