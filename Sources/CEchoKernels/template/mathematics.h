// 2**y and GELU for vectors. The polynomials are fitted by Tests/EchoTensorTests/Golden/fit_gelu.py.

/// 2**y for y in [-126, 126]; relative error below 2e-7.
///
/// Adding 1.5 * 2**23 rounds y to a whole number and leaves it in the low bits, which then become the
/// exponent.
INLINE vf NAME(exp2)(vf y) {
    const vf magic = SPLAT(12582912.0f);
    vf shifted = y + magic;
    vf f = y - (shifted - magic);
    vf p = SPLAT(0.000153458124f);
    p = p * f + 0.00133999309f;
    p = p * f + 0.00961848907f;
    p = p * f + 0.0555032864f;
    p = p * f + 0.240226462f;
    p = p * f + 0.693147182f;
    p = p * f + 1.0f;
    return (vf)((vi)p + ((vi)shifted << 23));
}

/// Vectors whose GELU is computed side by side: one alone waits for each step of its polynomial.
#define ABREAST 4

/// The same for vectors side by side, step by step.
#define SIDE_BY_SIDE                                                                                      \
    _Pragma("clang loop unroll(full)") for (int i = 0; i < ABREAST; i++)

/// Holds the vectors together: the compiler would finish one before it begins the next.
#define ABREAST_AGAIN(v) __asm__("" : VECTOR(v[0]), VECTOR(v[1]), VECTOR(v[2]), VECTOR(v[3]))

/// Each lane's ``gelu``, the same bits, of ABREAST vectors.
INLINE void NAME(gelus)(vf *x) {
    static const float factors[] = {
        -1.09362099e-06f, 1.30160506e-05f, -8.57309278e-05f, 0.000303069712f, -3.28263886e-05f,
        -0.00692311116f, 0.0524342209f, 0.459220797f, 1.15110445f, 1.0f};
    static const float powers[] = {
        0.00133999309f, 0.00961848907f, 0.0555032864f, 0.240226462f, 0.693147182f, 1.0f};
    const vf magic = SPLAT(12582912.0f);
    vf a[ABREAST], h[ABREAST], shifted[ABREAST];
    SIDE_BY_SIDE {
        vf size = (vf)((vi)x[i] & 0x7fffffff);
        a[i] = NAME(select)(size < 6.5f, size, SPLAT(6.5f));
        h[i] = SPLAT(3.9647901e-08f);
    }
#pragma clang loop unroll(full)
    for (int k = 0; k < 10; k++) {
        SIDE_BY_SIDE h[i] = h[i] * a[i] + factors[k];
        ABREAST_AGAIN(h);
    }
    SIDE_BY_SIDE {
        shifted[i] = magic - h[i];
        h[i] = -h[i] - (shifted[i] - magic);
    }
    vf p[ABREAST];
    SIDE_BY_SIDE p[i] = SPLAT(0.000153458124f);
#pragma clang loop unroll(full)
    for (int k = 0; k < 6; k++) {
        SIDE_BY_SIDE p[i] = p[i] * h[i] + powers[k];
        ABREAST_AGAIN(p);
    }
    SIDE_BY_SIDE {
        vf positive = NAME(select)(x[i] < 0.0f, SPLAT(0.0f), x[i]);
        x[i] = positive - a[i] * (vf)((vi)p[i] + ((vi)shifted[i] << 23));
    }
}

/// x * Phi(x) = max(x, 0) - |x| * 2**-h(|x|); absolute error below 5e-7 for |x| <= 10.
///
/// A NaN stays one. Beyond |x| = 6.5 the second term is below 3e-10 and stays what it is there.
INLINE vf NAME(gelu)(vf x) {
    vf size = (vf)((vi)x & 0x7fffffff);
    vf a = NAME(select)(size < 6.5f, size, SPLAT(6.5f));
    vf h = SPLAT(3.9647901e-08f);
    h = h * a - 1.09362099e-06f;
    h = h * a + 1.30160506e-05f;
    h = h * a - 8.57309278e-05f;
    h = h * a + 0.000303069712f;
    h = h * a - 3.28263886e-05f;
    h = h * a - 0.00692311116f;
    h = h * a + 0.0524342209f;
    h = h * a + 0.459220797f;
    h = h * a + 1.15110445f;
    h = h * a + 1.0f;
    vf positive = NAME(select)(x < 0.0f, SPLAT(0.0f), x);
    return positive - a * NAME(exp2)(-h);
}
