import EchoIndex

/// A day as a number, so that days can be subtracted.
package enum CalendarDay {
    /// Days since 1 March of year 0 in the Gregorian calendar; `nil` for a text that is no day.
    package static func number(_ text: String) -> Int? {
        guard let digits = StudyDate(text)?.digits, let packed = Int(digits) else { return nil }
        let (month, day) = (packed / 100 % 100, packed % 100)
        // Years that begin in March have the leap day at their end.
        let year = packed / 10_000 - (month <= 2 ? 1 : 0)
        let monthFromMarch = (month + 9) % 12
        return year * 365 + year / 4 - year / 100 + year / 400 + (153 * monthFromMarch + 2) / 5 + day - 1
    }
}
