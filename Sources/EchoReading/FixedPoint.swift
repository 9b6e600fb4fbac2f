extension BinaryFloatingPoint {
    /// The number with so many decimals, rounded to nearest; what is not finite, or very large, as it is.
    package func fixed(_ places: Int) -> String {
        var scale = 1
        for _ in 0..<places { scale *= 10 }
        let scaled = (Double(self) * Double(scale)).rounded()
        guard abs(scaled) < 1e15 else { return "\(self)" }
        let whole = Int(abs(scaled))
        let sign = scaled < 0 ? "-" : ""
        guard places > 0 else { return "\(sign)\(whole)" }
        let digits = String(whole % scale)
        let padding = String(repeating: "0", count: places - digits.count)
        return "\(sign)\(whole / scale).\(padding)\(digits)"
    }
}
