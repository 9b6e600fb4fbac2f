/// The day of a study.
public struct StudyDate: Sendable, Hashable, Codable, Comparable, CustomStringConvertible {
    /// `YYYYMMDD`, as DICOM's DA.
    public let digits: String

    /// Reads `YYYYMMDD`, `YYYY-MM-DD` or DICOM's old `YYYY.MM.DD`; `nil` for anything that is no day.
    public init?(_ text: String) {
        let parts = text.split(separator: text.contains("-") ? "-" : ".", omittingEmptySubsequences: false)
        let digits = parts.joined()
        guard parts.count == 1 || parts.map(\.utf8.count) == [4, 2, 2], digits.utf8.count == 8,
            digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int(digits)
        else { return nil }
        let (year, month, day) = (number / 10_000, number / 100 % 100, number % 100)
        let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard year > 0, (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
        self.digits = digits
    }

    /// `YYYY-MM-DD`.
    public var description: String {
        "\(digits.prefix(4))-\(digits.dropFirst(4).prefix(2))-\(digits.suffix(2))"
    }

    /// Earlier first.
    public static func < (first: Self, second: Self) -> Bool { first.digits < second.digits }
}
