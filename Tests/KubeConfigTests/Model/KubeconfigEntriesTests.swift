import KubeConfig
import Testing

struct KubeconfigEntriesTests {
    private var config: Kubeconfig {
        var config = Kubeconfig()
        config.clusters = ["b": KubeconfigCluster(), "a": KubeconfigCluster(), "B": KubeconfigCluster()]
        config.contexts = ["x": KubeconfigContext()]
        return config
    }

    @Test func `names are sorted by their bytes`() {
        #expect(config.names(of: .cluster) == ["B", "a", "b"])
        #expect(config.names(of: .context) == ["x"])
        #expect(config.names(of: .user).isEmpty)
    }

    @Test func `an entry is removed once, and only from its own list`() {
        var config = config
        let all = config
        let removals = [config.remove(.user, named: "a"), config.remove(.cluster, named: "z")]
        #expect(removals == [false, false])
        #expect(config == all)
        let twice = [config.remove(.cluster, named: "a"), config.remove(.cluster, named: "a")]
        #expect(twice == [true, false])
        #expect(config.names(of: .cluster) == ["B", "b"])
        #expect(config.names(of: .context) == ["x"])
    }
}
