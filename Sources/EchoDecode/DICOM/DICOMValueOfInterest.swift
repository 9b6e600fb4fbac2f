#if canImport(Glibc)
    internal import Glibc
#endif

/// The VOI transform: a table, a window, or neither (PS3.3 C.11.2).
struct DICOMValueOfInterest {
    private enum Transform {
        case whole
        case table(DICOMLookupTable)
        case linear(center: Double, width: Double)
        case exact(center: Double, width: Double)
        case sigmoid(center: Double, width: Double)
    }

    private let transform: Transform
    private let range: ClosedRange<Double>

    /// - Parameter input: what the modality transform can give; windows keep its range, as pydicom's do.
    init(_ header: DICOMItem, input: ClosedRange<Double>, isSigned: Bool) throws(DecodeError) {
        let lookup = try header.child(.voiLUTSequence).flatMap { item throws(DecodeError) in
            try DICOMLookupTable(
                item, descriptor: .lutDescriptor, data: .lutData, isSigned: isSigned || input.lowerBound < 0)
        }
        if let lookup {
            transform = .table(lookup)
            range = 0...Double((1 << lookup.bits) - 1)
            return
        }
        range = input
        guard let center = header.number(.windowCenter), let width = header.number(.windowWidth) else {
            transform = .whole
            return
        }
        switch header.text(.voiLUTFunction) ?? "LINEAR" {
        case "SIGMOID" where width > 0: transform = .sigmoid(center: center, width: width)
        case "LINEAR_EXACT" where width > 0: transform = .exact(center: center, width: width)
        case "LINEAR" where width >= 1: transform = .linear(center: center, width: width)
        default: transform = .whole
        }
    }

    /// What is shown for a value, 0...255.
    func shown(_ value: Double) -> UInt8 {
        let part: Double
        switch transform {
        case .whole: return DICOMGrayscale.scaled(value, in: range)
        case .table(let table):
            return DICOMGrayscale.scaled(
                Double(table.entry(Int(min(max(value, -70_000), 70_000)))), in: range)
        case .linear(let center, let width):
            // A width of 1 is a threshold.
            if value <= center - 0.5 - (width - 1) / 2 { return 0 }
            if value > center - 0.5 + (width - 1) / 2 { return 255 }
            part = (value - (center - 0.5)) / (width - 1) + 0.5
        case .exact(let center, let width): part = min(max((value - center) / width + 0.5, 0), 1)
        case .sigmoid(let center, let width): part = 1 / (1 + exp(-4 * (value - center) / width))
        }
        let extent = range.upperBound - range.lowerBound
        return DICOMGrayscale.scaled(part * extent + range.lowerBound, in: range)
    }
}
