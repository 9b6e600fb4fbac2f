/// One point of an ROC curve: what a threshold gives.
package struct ROCPoint: Sendable, Equatable {
    /// Scores at or above it count as yes.
    package let threshold: Double
    /// 1 − specificity, 0...1.
    package let falsePositiveRate: Double
    /// 0...1.
    package let sensitivity: Double
}
