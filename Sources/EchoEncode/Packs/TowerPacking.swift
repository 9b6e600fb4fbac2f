internal import EchoTensor

/// Makes a model's towers, from what an earlier start packed where that is kept and whole.
struct TowerPacking: Sendable {
    let installed: InstalledModel
    let weights: SafetensorsFile
    let kernels: Kernels
    let cache: PackCache

    init(_ installed: InstalledModel, weights: SafetensorsFile, kernels: Kernels, cache: PackCache) {
        self.installed = installed
        self.weights = weights
        self.kernels = kernels
        self.cache = cache
    }

    /// OpenBLAS takes the weights as they are.
    private var isPacked: Bool { kernels.instructions != .portable }

    func vision(_ precision: Precision, calibration: () throws -> [[UInt8]]) throws -> VisionTower {
        let configuration = installed.manifest.configuration
        try configuration.validate()
        if precision == .int8 { try configuration.validateBytes() }
        let name = "vision-\(precision.rawValue)-\(kernels.layout)"
        var reader = TowerReader(weights: WeightReader(file: weights), kernels: kernels)
        reader.packed = isPacked ? cache.open(name, of: installed, layout: kernels.layout) : nil
        if reader.packed != nil,
            let tower = try? VisionTower(reader, configuration, precision, calibration: [])
        {
            return tower
        }
        reader.packed = nil
        let tower = try VisionTower(
            reader, configuration, precision, calibration: precision == .int8 ? try calibration() : [])
        if isPacked { cache.keep(tower.products, as: name, of: installed, layout: kernels.layout) }
        return tower
    }

    func text() throws(EncodeError) -> TextTower {
        let configuration = installed.manifest.configuration
        let name = "text-fp32-\(kernels.layout)"
        func tower(_ packed: PackedFile?) throws(EncodeError) -> TextTower {
            try TextTower(weights: weights, configuration: configuration, kernels: kernels, packed: packed)
        }
        if isPacked, let packed = cache.open(name, of: installed, layout: kernels.layout),
            let tower = try? tower(packed)
        {
            return tower
        }
        let fresh = try tower(nil)
        if isPacked { cache.keep(fresh.products, as: name, of: installed, layout: kernels.layout) }
        return fresh
    }
}
