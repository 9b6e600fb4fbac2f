public import EchoCore

extension PhantomClip {
    /// The most frames that a clip has.
    static let mostFrames = 60

    static func times(_ anatomy: HeartAnatomy, _ acquisition: Acquisition, _ kind: ClipKind)
        -> [Double]
    {
        guard kind == .bMode || kind == .color else { return [0] }
        let seconds = Double(acquisition.beats) * 60 / Double(anatomy.heartRate)
        // Flow takes several pulses a beam, so colored pictures come half as often.
        let rate = Double(acquisition.frameRate) * (kind == .color ? 0.5 : 1)
        let count = min(max(Int((seconds * rate).rounded()), 2), mostFrames)
        return (0..<count).map { Double($0) * 1000 / rate }
    }

    /// How many frames there are, 1...60.
    public var frameCount: Int { frameTimes.count }

    /// Where in the beat a frame is, 0..<1.
    func phase(_ index: Int) -> Double {
        let beats = Double(acquisition.startPhase) + frameTimes[index] / 60_000 * Double(anatomy.heartRate)
        return beats - beats.rounded(.down)
    }

    /// Draws a frame, RGB; some 4 ms at 224×224, and much less where the sector is covered.
    ///
    /// - Parameter covering: what is blackened; every other pixel is as without, but for a thin line around the
    ///   picture where the surroundings are covered.
    public func frame(_ index: Int, covering: Covering = .none) -> Frame {
        let phase = Float(phase(index))
        let beats = Float(
            Double(acquisition.startPhase) + frameTimes[index] / 60_000 * Double(anatomy.heartRate))
        var picture = surroundings?.canvas(frame: index, beats: beats) ?? Canvas(size: size)
        let pose = HeartPose(ventricle, phase: phase)
        flow?.bar(&picture)
        if covering != .sector { draw(pose, frame: index, into: &picture) }
        flow?.outline(&picture, converter: converter)
        if hasCalipers {
            Calipers.draw(&picture, grid: grid, converter: converter, pose: pose, anatomy: anatomy)
        }
        covering.cover(&picture, sector: converter.pixels)
        return Frame(
            index: index, time: .microseconds(Int(frameTimes[index] * 1000)), size: size,
            pixels: picture.pixels)
    }

    /// The sector: tissue, devices and flow.
    private func draw(_ pose: HeartPose, frame index: Int, into picture: inout Canvas) {
        let painter = painter(pose)
        var map = EchoMap()
        let strands = StrandPainter(grid: grid, slice: acquisition.sliceWidth)
        for strand in NativeStrands.all(anatomy, pose, ventricle) { strands.paint(strand, into: &map) }
        for strand in DeviceStrands.all(anatomy, pose, visibility: acquisition.deviceVisibility) {
            strands.paint(strand, into: &map)
        }
        let (gray, blood) = synthesis.levels(painter, map: map, frame: index)
        converter.draw(gray, into: &picture.pixels)
        guard let flow else { return }
        converter.overlay(flow.colors(painter, blood: blood, frame: index), onto: &picture.pixels)
    }

    func painter(_ pose: HeartPose) -> HeartPainter {
        HeartPainter(grid: grid, table: table, texture: texture, ventricle: ventricle, pose: pose)
    }
}
