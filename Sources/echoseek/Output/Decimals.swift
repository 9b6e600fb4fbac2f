import Foundation

/// How numbers are shown to people.
enum Decimals {
    /// A cosine, four digits.
    static func score(_ value: Float) -> String { String(format: "%.4f", value) }
    /// A published cosine, two digits.
    static func hundredths(_ value: Float) -> String { String(format: "%.2f", value) }
    /// A metric, three digits.
    static func three(_ value: Double) -> String { String(format: "%.3f", value) }
    /// A cosine next to 1, or a small difference, six digits.
    static func six(_ value: Double) -> String { String(format: "%.6f", value) }
    /// A percentage, one digit.
    static func percent(_ value: Double) -> String { String(format: "%.1f", value) }
    /// A rate, two digits.
    static func rate(_ value: Double) -> String { String(format: "%.2f", value) }
    /// Seconds in milliseconds, one digit.
    static func milliseconds(_ seconds: Double) -> String { String(format: "%.1f", seconds * 1000) }
    /// Seconds, one digit.
    static func seconds(_ value: Double) -> String { String(format: "%.1f", value) }
    /// Bytes in the largest unit that leaves at least 1.
    static func bytes(_ count: Int) -> String {
        let units = ["B", "kB", "MB", "GB", "TB"]
        var value = Double(count)
        var unit = 0
        while value >= 1000, unit + 1 < units.count {
            value /= 1000
            unit += 1
        }
        return unit == 0 ? "\(count) B" : String(format: "%.1f %@", value, units[unit])
    }
}
