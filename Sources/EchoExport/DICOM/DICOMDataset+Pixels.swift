internal import EchoCore

extension DICOMDataset {
    /// Puts what the image pixel module asks for (C.7.6.3), and whether the pictures lost something (C.7.6.1).
    ///
    /// - Parameter ratio: how many bytes one coded byte stands for; an estimate, since the header comes first.
    func describePixels(_ clip: ExportClip, _ coding: DICOMCoding, ratio: Double) throws(ExportError) {
        try put(Tag(0x0028, 0x0002, "US"), clip.isGray ? "1" : "3")
        try put(Tag(0x0028, 0x0004, "CS"), coding.photometricInterpretation(isGray: clip.isGray))
        if !clip.isGray { try put(Tag(0x0028, 0x0006, "US"), "0") }
        try put(Tag(0x0028, 0x0010, "US"), String(clip.size.height))
        try put(Tag(0x0028, 0x0011, "US"), String(clip.size.width))
        try put(Tag(0x0028, 0x0100, "US"), "8")
        try put(Tag(0x0028, 0x0101, "US"), "8")
        try put(Tag(0x0028, 0x0102, "US"), "7")
        try put(Tag(0x0028, 0x0103, "US"), "0")
        try put(Tag(0x0028, 0x2110, "CS"), coding == .jpeg ? "01" : "00")
        guard coding == .jpeg else { return }
        try put(Tag(0x0028, 0x2112, "DS"), DICOMDecimal.text((ratio * 10).rounded() / 10))
        try put(Tag(0x0028, 0x2114, "CS"), "ISO_10918_1")
    }

    /// Puts what each part of the picture shows (US region calibration, C.8.5.5).
    func describeRegions(_ regions: [UltrasoundRegion]) throws(ExportError) {
        for region in regions {
            let item = try addItem(0x0018, 0x6011)
            try item.put(Tag(0x0018, 0x6012, "US"), String(region.spatialFormat))
            try item.put(Tag(0x0018, 0x6014, "US"), String(region.dataType))
            try item.put(Tag(0x0018, 0x6016, "UL"), "0")
            try item.put(Tag(0x0018, 0x6018, "UL"), String(region.bounds.minX))
            try item.put(Tag(0x0018, 0x601A, "UL"), String(region.bounds.minY))
            try item.put(Tag(0x0018, 0x601C, "UL"), String(region.bounds.maxX))
            try item.put(Tag(0x0018, 0x601E, "UL"), String(region.bounds.maxY))
            try Self.calibrate(item, 0, centimeters: region.centimetersPerPixelX)
            try Self.calibrate(item, 2, centimeters: region.centimetersPerPixelY)
        }
    }

    /// Puts one direction's unit and step: centimeters, or none.
    private static func calibrate(
        _ item: Item, _ offset: UInt16, centimeters: Double?
    ) throws(ExportError) {
        try item.put(Tag(0x0018, 0x6024 + offset, "US"), centimeters == nil ? "0" : "3")
        try item.put(Tag(0x0018, 0x602C + offset, "FD"), DICOMDecimal.text(centimeters ?? 0))
    }
}
