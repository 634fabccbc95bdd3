import KubeModel
import StdlibExtensions

extension DescribeText {
    /// Writes taints in the order of their effects and keys.
    mutating func taints(_ taints: [Taint]) {
        var sorted = taints
        sorted.goSort { left, right in
            "\(left.effect),\(left.key)".utf8.lexicographicallyPrecedes("\(right.effect),\(right.key)".utf8)
        }
        list("Taints", sorted.map(Self.text))
    }

    private static func text(_ taint: Taint) -> String {
        let value = taint.value.isEmpty ? "" : "=\(taint.value)"
        let effect = taint.effect.isEmpty && taint.value.isEmpty ? "" : ":\(taint.effect)"
        return taint.key + value + effect
    }

    /// Writes who holds a lease and since when.
    mutating func lease(_ lease: Lease) {
        line("Lease:")
        field("HolderIdentity", lease.spec.holderIdentity ?? "<unset>", level: 1)
        field("AcquireTime", lease.spec.acquireTime.map(time) ?? "<unset>", level: 1)
        field("RenewTime", lease.spec.renewTime.map(time) ?? "<unset>", level: 1)
    }

    /// Writes how many devices a node has, pool by pool, at most ten; nothing where there are none.
    mutating func resourceSlices(_ slices: [ResourceSlice]) {
        guard !slices.isEmpty else { return }
        let pools = Dictionary(grouping: slices) { "\($0.spec.driver)/\($0.spec.pool.name)" }
        line("Node-Local ResourceSlices:")
        line("Driver\tPool\tSlices\tDevices", level: 1)
        line("------\t----\t------\t-------", level: 1)
        for name in pools.keys.sortedByBytes().prefix(10) {
            guard let slices = pools[name], let first = slices.first else { continue }
            let devices = slices.reduce(0) { $0 + $1.spec.devices.count }
            line("\(first.spec.driver)\t\(first.spec.pool.name)\t\(slices.count)\t\(devices)", level: 1)
        }
        if pools.count > 10 { line("...and \(pools.count - 10) more pools", level: 1) }
    }
}
