/// A day of the calendar, counted from 1970-01-01.
struct StudyDay: Sendable, Equatable {
    var days: Int

    /// `YYYY-MM-DD`.
    ///
    /// Years are counted from March here, so that the leap day is a year's last; eras have 400 years.
    var text: String {
        let shifted = days + 719_468
        let era = shifted / 146_097
        let ofEra = shifted - era * 146_097
        let year = (ofEra - ofEra / 1_460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * year + year / 4 - year / 100)
        let month = (5 * ofYear + 2) / 153
        let day = ofYear - (153 * month + 2) / 5 + 1
        let civil = month < 10 ? month + 3 : month - 9
        let whole = year + era * 400 + (civil <= 2 ? 1 : 0)
        return "\(Self.padded(whole, 4))-\(Self.padded(civil, 2))-\(Self.padded(day, 2))"
    }

    /// A number with leading zeros.
    static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}
