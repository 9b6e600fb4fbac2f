public import EchoCore

extension PhantomClip {
    /// The smallest rectangle that holds the sector.
    public var sector: PixelRect { converter.bounds }

    /// The pixels that the sector covers, ascending, as `row × width + column`.
    public var sectorPixels: [Int] { converter.pixels.map(Int.init) }

    /// How good the window is, 0...1.
    public var quality: Double { acquisition.quality }

    /// What DICOM says of the picture.
    public var regions: [UltrasoundRegion] {
        [
            UltrasoundRegion(
                bounds: sector, spatialFormat: 1, dataType: kind == .color ? 2 : 1,
                centimetersPerPixelX: Double(converter.scale), centimetersPerPixelY: Double(converter.scale))
        ]
    }

    /// What is true of a frame.
    public func truth(_ index: Int) -> FrameTruth {
        let phase = phase(index)
        let pose = HeartPose(ventricle, phase: Float(phase))
        let painter = painter(pose)
        let volume = Biplane.volume(
            ventricle, contraction: pose.beat.contraction, motion: anatomy.wallMotion)
        return FrameTruth(
            time: frameTimes[index], phase: phase, leftVentricleArea: cutTruth.leftVentricleArea(painter),
            leftVentricleVolume: Double(volume), structures: cutTruth.structures(painter))
    }

    /// The pixels of the left ventricle's cavity, papillary muscles included; ascending, as ``sectorPixels``.
    public func leftVentriclePixels(_ index: Int) -> [Int] {
        let painter = painter(HeartPose(ventricle, phase: Float(phase(index))))
        return converter.pixels { CutTruth.isInLeftVentricle($0, painter) }
    }
}
