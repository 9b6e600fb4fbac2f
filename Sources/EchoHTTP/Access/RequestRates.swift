import Foundation
import Synchronization

/// How many requests a caller may send: a bucket a caller, filled at a steady rate.
final class RequestRates: Sendable {
    private struct Bucket {
        var tokens: Double
        var filled: ContinuousClock.Instant
    }

    /// Callers that are kept apart; past that, those longest unseen are forgotten.
    static let most = 10_000

    private let perSecond: Double
    private let burst: Double
    private let buckets = Mutex<[String: Bucket]>([:])

    /// - Parameters:
    ///   - perMinute: requests a minute; 0 refuses none.
    ///   - burst: how many may come at once.
    init(perMinute: Int, burst: Int) {
        perSecond = Double(perMinute) / 60
        self.burst = Double(burst)
    }

    /// Takes one request off a caller's bucket.
    ///
    /// - Returns: seconds to wait where the bucket is empty; `nil` where the request may pass.
    func wait(for caller: String, now: ContinuousClock.Instant) -> Int? {
        guard perSecond > 0 else { return nil }
        return buckets.withLock { buckets in
            var bucket = buckets[caller] ?? Bucket(tokens: burst, filled: now)
            bucket.tokens = min(burst, bucket.tokens + (now - bucket.filled) / .seconds(1) * perSecond)
            bucket.filled = now
            let passes = bucket.tokens >= 1
            if passes { bucket.tokens -= 1 }
            if buckets[caller] == nil, buckets.count >= Self.most { Self.forget(&buckets) }
            buckets[caller] = bucket
            return passes ? nil : max(1, Int(((1 - bucket.tokens) / perSecond).rounded(.up)))
        }
    }

    /// Drops the half that was seen longest ago.
    private static func forget(_ buckets: inout [String: Bucket]) {
        let old = buckets.sorted { $0.value.filled < $1.value.filled }.prefix(most / 2)
        for entry in old { buckets[entry.key] = nil }
    }
}
