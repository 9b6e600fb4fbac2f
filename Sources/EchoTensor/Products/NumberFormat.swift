/// How a product's inputs and weights are kept; sums are fp32, and of bytes exact.
package enum NumberFormat: Sendable, CaseIterable {
    /// 32 bits.
    case fp32
    /// The upper half of an fp32: 8 bits of exponent, 8 of precision.
    case bf16
    /// A byte: weights with a scale for each output, inputs with a scale and a zero for each row.
    case int8
}
