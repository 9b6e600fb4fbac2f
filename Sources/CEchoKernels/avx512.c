// For x86-64 with AVX-512 F, BW, DQ and VL; and with VNNI and BF16 on top, which have their own products of
// bytes and of bf16.
#include <math.h>
#include <string.h>

#include "echo_kernels.h"

#if defined(__x86_64__)
#include <immintrin.h>

#pragma clang attribute push(                                                                             \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,fma"))), apply_to = function)
#define SUFFIX avx512
#define LANES 16
#define TILE 14
// 14 rows: the pictures' sides are multiples of 14 in the three stages that take most of the time.
#define HEIGHTS_F32(EACH) EACH(14) EACH(7) EACH(4) EACH(2) EACH(1)
#define TALLEST_F32 14
#define HEIGHTS_SPLIT(EACH) EACH(12) EACH(7) EACH(4) EACH(2) EACH(1)
#define TALLEST_SPLIT 12
#define PAIRS(first, second) ((vi)_mm512_madd_epi16((__m512i)(first), (__m512i)(second)))
#include "template/all.h"

const echo_kernels echo_kernels_avx512 = {KERNELS(avx512, i8, bf16), .group = 2};
#pragma clang attribute pop

#pragma clang attribute push(                                                                             \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,fma"))), apply_to = function)
#define BYTE_DOTS(sum, word, weights)                                                                     \
    ((vi)_mm512_dpbusd_epi32((__m512i)(sum), (__m512i)(word), (__m512i)(weights)))
#include "template/format_i8_native.h"
const echo_kernels echo_kernels_avx512_vnni = {KERNELS(avx512, i8_native, bf16), .group = 4};
#pragma clang attribute pop

#pragma clang attribute push(                                                                             \
    __attribute__((target("avx512f,avx512bw,avx512dq,avx512vl,avx512vnni,avx512bf16,fma"))),              \
    apply_to = function)
#include "template/format_bf16_native.h"
const echo_kernels echo_kernels_avx512_bf16 = {KERNELS(avx512, i8_native, bf16_native), .group = 4};
#pragma clang attribute pop
#endif
