/// What one protocol found.
public struct EvalPart: Sendable {
    /// Its metrics.
    public var metrics = MetricTable()
    /// The main metrics of each site alone.
    public var slices: [String: MetricTable] = [:]
    /// What was taken for what, by the metric it belongs to.
    public var matrices: [String: ConfusionMatrix] = [:]
    /// How it was measured, in sentences.
    public var rules: [String] = []
    /// What to draw.
    public var figures: [Figure] = []

    /// Puts another protocol's findings behind these.
    mutating func append(_ other: EvalPart) {
        metrics.append(other.metrics)
        for (site, table) in other.slices { slices[site, default: MetricTable()].append(table) }
        matrices.merge(other.matrices) { first, _ in first }
        rules += other.rules
        figures += other.figures
    }
}
