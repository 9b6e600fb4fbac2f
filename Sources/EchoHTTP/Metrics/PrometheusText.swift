/// Prometheus' text format, version 0.0.4.
package struct PrometheusText {
    /// Nothing yet.
    package init() {}

    /// What it has come to.
    package private(set) var text = ""

    /// Writes a family of numbers that only grow.
    mutating func counter(_ name: String, _ help: String, _ samples: [([PrometheusMetrics.Label], Double)]) {
        family(name, "counter", help, samples)
    }

    /// Writes a family of numbers that go up and down.
    mutating func gauge(_ name: String, _ help: String, _ samples: [([PrometheusMetrics.Label], Double)]) {
        family(name, "gauge", help, samples)
    }

    /// Writes one number that goes up and down.
    mutating func gauge(_ name: String, _ help: String, _ value: Double) { gauge(name, help, [([], value)]) }

    /// Writes one number that only grows.
    mutating func counter(_ name: String, _ help: String, _ value: Double) {
        counter(name, help, [([], value)])
    }

    /// Writes everything that a backend of swift-metrics keeps.
    package mutating func write(_ metrics: PrometheusMetrics, help: [String: String]) {
        for (name, series) in metrics.all {
            guard let first = series.first else { continue }
            let words = help[name] ?? "No help is written for this."
            switch first.series {
            case .count: counter(name, words, series.compactMap(Self.value))
            case .level: gauge(name, words, series.compactMap(Self.value))
            case .histogram:
                head(name, "histogram", words)
                for one in series {
                    if case .histogram(let histogram) = one.series { buckets(name, one.labels, histogram) }
                }
            }
        }
    }

    private static func value(
        _ one: (labels: [PrometheusMetrics.Label], series: PrometheusMetrics.Series)
    ) -> ([PrometheusMetrics.Label], Double)? {
        switch one.series {
        case .count(let count): (one.labels, count.value)
        case .level(let level): (one.labels, level.value)
        case .histogram: nil
        }
    }

    private mutating func buckets(
        _ name: String, _ labels: [PrometheusMetrics.Label], _ histogram: HistogramSeries
    ) {
        let state = histogram.state
        var sum = 0
        for (place, count) in state.counts.enumerated() {
            sum += count
            let bound = place < histogram.bounds.count ? String(histogram.bounds[place]) : "+Inf"
            line(name + "_bucket", labels + [PrometheusMetrics.Label(name: "le", value: bound)], Double(sum))
        }
        line(name + "_sum", labels, state.sum)
        line(name + "_count", labels, Double(sum))
    }

    private mutating func family(
        _ name: String, _ type: String, _ help: String, _ samples: [([PrometheusMetrics.Label], Double)]
    ) {
        head(name, type, help)
        for (labels, value) in samples { line(name, labels, value) }
    }

    private mutating func head(_ name: String, _ type: String, _ help: String) {
        text += "# HELP \(name) \(help.replacing("\\", with: "\\\\").replacing("\n", with: "\\n"))\n"
        text += "# TYPE \(name) \(type)\n"
    }

    private mutating func line(_ name: String, _ labels: [PrometheusMetrics.Label], _ value: Double) {
        let pairs = labels.map { label in
            let plain = label.value.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
                .replacing("\n", with: "\\n")
            return "\(label.name)=\"\(plain)\""
        }
        text += name + (pairs.isEmpty ? "" : "{\(pairs.joined(separator: ","))}") + " \(value)\n"
    }
}
