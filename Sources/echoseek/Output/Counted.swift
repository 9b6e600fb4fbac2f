/// A number with its noun, in the number that the noun takes.
enum Counted {
    /// `1 clip`, `2 clips`; `plural` where an s is not all.
    static func of(_ count: Int, _ singular: String, _ plural: String? = nil) -> String {
        "\(count) \(count == 1 ? singular : plural ?? singular + "s")"
    }

    /// `1 study`, `2 studies`.
    static func studies(_ count: Int) -> String { of(count, "study", "studies") }
}
