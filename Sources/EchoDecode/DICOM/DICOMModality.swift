/// The modality transform: a table, or slope and intercept (PS3.3 C.11.1).
struct DICOMModality {
    private let lookup: DICOMLookupTable?
    private let slope: Double
    private let intercept: Double
    /// What the transform can give.
    let range: ClosedRange<Double>

    init(_ header: DICOMItem, bits: Int, isSigned: Bool) throws(DecodeError) {
        lookup = try header.child(.modalityLUTSequence).flatMap { item throws(DecodeError) in
            try DICOMLookupTable(item, descriptor: .lutDescriptor, data: .lutData, isSigned: isSigned)
        }
        let factor = header.number(.rescaleSlope) ?? 1
        slope = factor == 0 ? 1 : factor
        intercept = header.number(.rescaleIntercept) ?? 0
        if let lookup {
            range = 0...Double((1 << lookup.bits) - 1)
        } else {
            let least = isSigned ? -Double(1 << (bits - 1)) : 0
            let ends = [least, least + Double((1 << bits) - 1)].map { [slope, intercept] in
                $0 * slope + intercept
            }
            range = min(ends[0], ends[1])...max(ends[0], ends[1])
        }
    }

    /// The transformed value.
    func value(_ stored: Int) -> Double {
        lookup.map { Double($0.entry(stored)) } ?? Double(stored) * slope + intercept
    }
}
