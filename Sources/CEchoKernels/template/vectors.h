// Vectors of LANES floats in the compiler's own notation: SSE2, AVX2, AVX-512 or NEON by where this is
// included. Defines `vf` and `vi`; including files set LANES (a power of two) and NAME(x) first.

/// LANES floats; loads and stores through it need the alignment of a float alone.
typedef float NAME(vf) __attribute__((vector_size(LANES * 4), aligned(4), may_alias));
typedef int32_t NAME(vi) __attribute__((vector_size(LANES * 4), aligned(4), may_alias));
/// LANES numbers of 16 bits, and twice as many.
typedef uint16_t NAME(vh) __attribute__((vector_size(LANES * 2), aligned(2), may_alias));
typedef int16_t NAME(vs) __attribute__((vector_size(LANES * 4), aligned(2), may_alias));
typedef uint8_t NAME(vb) __attribute__((vector_size(LANES), aligned(1), may_alias));
/// Twice as many signed bytes.
typedef int8_t NAME(vc) __attribute__((vector_size(LANES * 2), aligned(1), may_alias));
/// Four bytes of a row, wherever they lie.
typedef int32_t NAME(word) __attribute__((aligned(1), may_alias));
#define vf NAME(vf)
#define vi NAME(vi)
#define vh NAME(vh)
#define vs NAME(vs)
#define vb NAME(vb)
#define vc NAME(vc)

#define LOAD(address) (*(const vf *)(address))
#define STORE(address, value) (*(vf *)(address) = (value))
#define LOADI(address) (*(const vi *)(address))
#define SPLATI(address) ((vi){0} + *(const NAME(word) *)(address))
// Less zero, not plus zero: that would turn minus zero into zero, and so would cost an addition.
#define SPLAT(value) ((value) - (vf){0})
/// Makes the compiler believe that a vector in a register has changed.
#if defined(__x86_64__)
#define VECTOR(vector) "+v"(vector)
#else
#define VECTOR(vector) "+w"(vector)
#endif
#define RENEW(vector) __asm__ volatile("" : VECTOR(vector))
#define INLINE static inline __attribute__((always_inline))

/// Lane by lane, `chosen` where the mask's bits are set, else `other`.
INLINE vf NAME(select)(vi mask, vf chosen, vf other) {
    return (vf)((mask & (vi)chosen) | (~mask & (vi)other));
}
