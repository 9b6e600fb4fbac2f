import EchoTesting
import Foundation

/// `Golden/metrics.json`, as `Golden/make_metrics.py` wrote it.
struct MetricsGolden: Decodable {
    struct Binary: Decodable {
        let scores: [Double]
        let labels: [Bool]
        let weights: [Double]
        let auc: Double
        let mannWhitney: Double
        let averagePrecision: Double
        let falsePositiveRate: [Double]
        let sensitivity: [Double]
        let thresholds: [Double]
        let sensitivityAt90: Double
        let bestF1: Double
        let bestThreshold: Double
        let slope: Double
        let offset: Double
        let probabilities: [Double]
        let ece: Double
    }
    struct Agreement: Decodable {
        let truths: [Double]
        let estimates: [Double]
        let mae: Double
        let rmse: Double
        let bias: Double
        let low: Double
        let high: Double
        let r: Double
    }
    struct Ranks: Decodable {
        struct Rule: Decodable {
            let ranks: [Double]
            let mean: Double
            let median: Double
            let recall: [String: Double]
        }
        let scores: [[Double]]
        let optimistic: Rule
        let pessimistic: Rule
    }
    struct Confusion: Decodable {
        let truths: [String]
        let guesses: [String]
        let classes: [String]
        let counts: [[Int]]
        let accuracy: Double
        let balanced: Double
    }
    struct Quantiles: Decodable {
        let values: [Double]
        let shares: [Double]
        let expected: [Double]
    }
    struct Bootstrap: Decodable {
        let scores: [Double]
        let labels: [Bool]
        let auc: Double
        let low: Double
        let high: Double
    }

    let binary: [Binary]
    let agreement: [Agreement]
    let ranks: Ranks
    let confusion: Confusion
    let quantiles: Quantiles
    let bootstrap: Bootstrap

    static func load() throws -> MetricsGolden {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden/metrics.json")
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        return try decoder.decode(MetricsGolden.self, from: try Data(contentsOf: file))
    }

    /// The file has twelve digits.
    static func isNear(_ found: Double?, _ expected: Double, within tolerance: Double = 1e-9) -> Bool {
        found.map { abs($0 - expected) <= tolerance * max(1, abs(expected)) } ?? false
    }
}
