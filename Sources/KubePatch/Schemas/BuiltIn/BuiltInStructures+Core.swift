extension BuiltInStructures {
    /// The structures of k8s.io/api/core.
    static let core: [BuiltInTable] = [
        BuiltInTable(
            key: "core/v1", group: "", version: "v1",
            text: """
                AWSElasticBlockStoreVolumeSource:
                Affinity: nodeAffinity=NodeAffinity podAffinity=PodAffinity podAntiAffinity=PodAntiAffinity
                AppArmorProfile:
                AttachedVolume:
                AzureDiskVolumeSource:
                AzureFilePersistentVolumeSource:
                AzureFileVolumeSource:
                *Binding: metadata=meta.ObjectMeta target=ObjectReference
                CSIPersistentVolumeSource: volumeAttributes={ controllerPublishSecretRef=SecretReference
                  nodeStageSecretRef=SecretReference nodePublishSecretRef=SecretReference
                  controllerExpandSecretRef=SecretReference nodeExpandSecretRef=SecretReference
                CSIVolumeSource: volumeAttributes={ nodePublishSecretRef=LocalObjectReference
                Capabilities: add=[ drop=[
                CephFSPersistentVolumeSource: monitors=[ secretRef=SecretReference
                CephFSVolumeSource: monitors=[ secretRef=LocalObjectReference
                CinderPersistentVolumeSource: secretRef=SecretReference
                CinderVolumeSource: secretRef=LocalObjectReference
                ClientIPConfig:
                ClusterTrustBundleProjection: labelSelector=meta.LabelSelector
                ComponentCondition:
                *ComponentStatus: metadata=meta.ObjectMeta conditions=[ComponentCondition/merge/type
                *ConfigMap: metadata=meta.ObjectMeta data={ binaryData={
                ConfigMapEnvSource:
                ConfigMapKeySelector:
                ConfigMapNodeConfigSource:
                ConfigMapProjection: items=[KeyToPath
                ConfigMapVolumeSource: items=[KeyToPath
                Container: command=[ args=[ ports=[ContainerPort/merge/containerPort envFrom=[EnvFromSource
                  env=[EnvVar/merge/name resources=ResourceRequirements resizePolicy=[ContainerResizePolicy
                  restartPolicyRules=[ContainerRestartRule volumeMounts=[VolumeMount/merge/mountPath
                  volumeDevices=[VolumeDevice/merge/devicePath livenessProbe=Probe readinessProbe=Probe
                  startupProbe=Probe lifecycle=Lifecycle securityContext=SecurityContext
                ContainerExtendedResourceRequest:
                ContainerImage: names=[
                ContainerPort:
                ContainerResizePolicy:
                ContainerRestartRule: exitCodes=ContainerRestartRuleOnExitCodes
                ContainerRestartRuleOnExitCodes: values=[
                ContainerState: waiting=ContainerStateWaiting running=ContainerStateRunning
                  terminated=ContainerStateTerminated
                ContainerStateRunning:
                ContainerStateTerminated:
                ContainerStateWaiting:
                ContainerStatus: state=ContainerState lastState=ContainerState allocatedResources={
                  resources=ResourceRequirements volumeMounts=[VolumeMountStatus/merge/mountPath user=ContainerUser
                  allocatedResourcesStatus=[ResourceStatus/merge/name
                ContainerUser: linux=LinuxContainerUser
                DaemonEndpoint:
                DownwardAPIProjection: items=[DownwardAPIVolumeFile
                DownwardAPIVolumeFile: fieldRef=ObjectFieldSelector resourceFieldRef=ResourceFieldSelector
                DownwardAPIVolumeSource: items=[DownwardAPIVolumeFile
                EmptyDirVolumeSource:
                EndpointAddress: targetRef=ObjectReference
                EndpointPort:
                EndpointSubset: addresses=[EndpointAddress notReadyAddresses=[EndpointAddress ports=[EndpointPort
                *Endpoints: metadata=meta.ObjectMeta subsets=[EndpointSubset
                EnvFromSource: configMapRef=ConfigMapEnvSource secretRef=SecretEnvSource
                EnvVar: valueFrom=EnvVarSource
                EnvVarSource: fieldRef=ObjectFieldSelector resourceFieldRef=ResourceFieldSelector
                  configMapKeyRef=ConfigMapKeySelector secretKeyRef=SecretKeySelector fileKeyRef=FileKeySelector
                EphemeralContainer: command=[ args=[ ports=[ContainerPort/merge/containerPort envFrom=[EnvFromSource
                  env=[EnvVar/merge/name resources=ResourceRequirements resizePolicy=[ContainerResizePolicy
                  restartPolicyRules=[ContainerRestartRule volumeMounts=[VolumeMount/merge/mountPath
                  volumeDevices=[VolumeDevice/merge/devicePath livenessProbe=Probe readinessProbe=Probe
                  startupProbe=Probe lifecycle=Lifecycle securityContext=SecurityContext
                EphemeralVolumeSource: volumeClaimTemplate=PersistentVolumeClaimTemplate
                *Event: metadata=meta.ObjectMeta involvedObject=ObjectReference source=EventSource
                  series=EventSeries related=ObjectReference
                EventSeries:
                EventSource:
                ExecAction: command=[
                FCVolumeSource: targetWWNs=[ wwids=[
                FileKeySelector:
                FlexPersistentVolumeSource: secretRef=SecretReference options={
                FlexVolumeSource: secretRef=LocalObjectReference options={
                FlockerVolumeSource:
                GCEPersistentDiskVolumeSource:
                GRPCAction:
                GitRepoVolumeSource:
                GlusterfsPersistentVolumeSource:
                GlusterfsVolumeSource:
                HTTPGetAction: httpHeaders=[HTTPHeader
                HTTPHeader:
                HostAlias: hostnames=[
                HostIP:
                HostPathVolumeSource:
                ISCSIPersistentVolumeSource: portals=[ secretRef=SecretReference
                ISCSIVolumeSource: portals=[ secretRef=LocalObjectReference
                ImageVolumeSource:
                ImageVolumeStatus:
                KeyToPath:
                Lifecycle: postStart=LifecycleHandler preStop=LifecycleHandler
                LifecycleHandler: exec=ExecAction httpGet=HTTPGetAction tcpSocket=TCPSocketAction sleep=SleepAction
                *LimitRange: metadata=meta.ObjectMeta spec=LimitRangeSpec
                LimitRangeItem: max={ min={ default={ defaultRequest={ maxLimitRequestRatio={
                LimitRangeSpec: limits=[LimitRangeItem
                LinuxContainerUser: supplementalGroups=[
                LoadBalancerIngress: ports=[PortStatus
                LoadBalancerStatus: ingress=[LoadBalancerIngress
                LocalObjectReference:
                LocalVolumeSource:
                ModifyVolumeStatus:
                NFSVolumeSource:
                *Namespace: metadata=meta.ObjectMeta spec=NamespaceSpec status=NamespaceStatus
                NamespaceCondition:
                NamespaceSpec: finalizers=[
                NamespaceStatus: conditions=[NamespaceCondition/merge/type
                *Node: metadata=meta.ObjectMeta spec=NodeSpec status=NodeStatus
                NodeAddress:
                NodeAffinity: requiredDuringSchedulingIgnoredDuringExecution=NodeSelector
                  preferredDuringSchedulingIgnoredDuringExecution=[PreferredSchedulingTerm
                NodeAllocatableResourceClaimStatus: containers=[ resources={
                NodeCondition:
                NodeConfigSource: configMap=ConfigMapNodeConfigSource
                NodeConfigStatus: assigned=NodeConfigSource active=NodeConfigSource lastKnownGood=NodeConfigSource
                NodeDaemonEndpoints: kubeletEndpoint=DaemonEndpoint
                NodeFeatures:
                NodeRuntimeHandler: features=NodeRuntimeHandlerFeatures
                NodeRuntimeHandlerFeatures:
                NodeSelector: nodeSelectorTerms=[NodeSelectorTerm
                NodeSelectorRequirement: values=[
                NodeSelectorTerm: matchExpressions=[NodeSelectorRequirement matchFields=[NodeSelectorRequirement
                NodeSpec: podCIDRs=[/merge taints=[Taint configSource=NodeConfigSource
                NodeStatus: capacity={ allocatable={ conditions=[NodeCondition/merge/type
                  addresses=[NodeAddress/merge/type daemonEndpoints=NodeDaemonEndpoints nodeInfo=NodeSystemInfo
                  images=[ContainerImage volumesInUse=[ volumesAttached=[AttachedVolume config=NodeConfigStatus
                  runtimeHandlers=[NodeRuntimeHandler features=NodeFeatures declaredFeatures=[
                NodeSwapStatus:
                NodeSystemInfo: swap=NodeSwapStatus
                ObjectFieldSelector:
                ObjectReference:
                *PersistentVolume: metadata=meta.ObjectMeta spec=PersistentVolumeSpec status=PersistentVolumeStatus
                *PersistentVolumeClaim: metadata=meta.ObjectMeta spec=PersistentVolumeClaimSpec
                  status=PersistentVolumeClaimStatus
                PersistentVolumeClaimCondition:
                PersistentVolumeClaimSpec: accessModes=[ selector=meta.LabelSelector
                  resources=VolumeResourceRequirements dataSource=TypedLocalObjectReference
                  dataSourceRef=TypedObjectReference
                PersistentVolumeClaimStatus: accessModes=[ capacity={
                  conditions=[PersistentVolumeClaimCondition/merge/type allocatedResources={
                  allocatedResourceStatuses={ modifyVolumeStatus=ModifyVolumeStatus
                PersistentVolumeClaimTemplate: metadata=meta.ObjectMeta spec=PersistentVolumeClaimSpec
                PersistentVolumeClaimVolumeSource:
                PersistentVolumeSpec: capacity={ gcePersistentDisk=GCEPersistentDiskVolumeSource
                  awsElasticBlockStore=AWSElasticBlockStoreVolumeSource hostPath=HostPathVolumeSource
                  glusterfs=GlusterfsPersistentVolumeSource nfs=NFSVolumeSource rbd=RBDPersistentVolumeSource
                  iscsi=ISCSIPersistentVolumeSource cinder=CinderPersistentVolumeSource
                  cephfs=CephFSPersistentVolumeSource fc=FCVolumeSource flocker=FlockerVolumeSource
                  flexVolume=FlexPersistentVolumeSource azureFile=AzureFilePersistentVolumeSource
                  vsphereVolume=VsphereVirtualDiskVolumeSource quobyte=QuobyteVolumeSource
                  azureDisk=AzureDiskVolumeSource photonPersistentDisk=PhotonPersistentDiskVolumeSource
                  portworxVolume=PortworxVolumeSource scaleIO=ScaleIOPersistentVolumeSource local=LocalVolumeSource
                  storageos=StorageOSPersistentVolumeSource csi=CSIPersistentVolumeSource accessModes=[
                  claimRef=ObjectReference mountOptions=[ nodeAffinity=VolumeNodeAffinity
                PersistentVolumeStatus:
                PhotonPersistentDiskVolumeSource:
                *Pod: metadata=meta.ObjectMeta spec=PodSpec status=PodStatus
                PodAffinity: requiredDuringSchedulingIgnoredDuringExecution=[PodAffinityTerm
                  preferredDuringSchedulingIgnoredDuringExecution=[WeightedPodAffinityTerm
                PodAffinityTerm: labelSelector=meta.LabelSelector namespaces=[ namespaceSelector=meta.LabelSelector
                  matchLabelKeys=[ mismatchLabelKeys=[
                PodAntiAffinity: requiredDuringSchedulingIgnoredDuringExecution=[PodAffinityTerm
                  preferredDuringSchedulingIgnoredDuringExecution=[WeightedPodAffinityTerm
                PodCertificateProjection: userAnnotations={
                PodCondition:
                PodDNSConfig: nameservers=[ searches=[ options=[PodDNSConfigOption
                PodDNSConfigOption:
                PodExtendedResourceClaimStatus: requestMappings=[ContainerExtendedResourceRequest
                PodIP:
                PodOS:
                PodReadinessGate:
                PodResourceClaim:
                PodResourceClaimStatus:
                PodSchedulingGate:
                PodSchedulingGroup:
                PodSecurityContext: seLinuxOptions=SELinuxOptions windowsOptions=WindowsSecurityContextOptions
                  supplementalGroups=[ sysctls=[Sysctl seccompProfile=SeccompProfile appArmorProfile=AppArmorProfile
                PodSpec: volumes=[Volume/merge,retainKeys/name initContainers=[Container/merge/name
                  containers=[Container/merge/name ephemeralContainers=[EphemeralContainer/merge/name nodeSelector={
                  securityContext=PodSecurityContext imagePullSecrets=[LocalObjectReference/merge/name
                  affinity=Affinity tolerations=[Toleration hostAliases=[HostAlias/merge/ip dnsConfig=PodDNSConfig
                  readinessGates=[PodReadinessGate overhead={
                  topologySpreadConstraints=[TopologySpreadConstraint/merge/topologyKey os=PodOS
                  schedulingGates=[PodSchedulingGate/merge/name
                  resourceClaims=[PodResourceClaim/merge,retainKeys/name resources=ResourceRequirements
                  schedulingGroup=PodSchedulingGroup
                PodStatus: conditions=[PodCondition/merge/type hostIPs=[HostIP/merge/ip podIPs=[PodIP/merge/ip
                  initContainerStatuses=[ContainerStatus containerStatuses=[ContainerStatus
                  ephemeralContainerStatuses=[ContainerStatus
                  resourceClaimStatuses=[PodResourceClaimStatus/merge,retainKeys/name
                  extendedResourceClaimStatus=PodExtendedResourceClaimStatus allocatedResources={
                  resources=ResourceRequirements
                  nodeAllocatableResourceClaimStatuses=[NodeAllocatableResourceClaimStatus
                *PodStatusResult: metadata=meta.ObjectMeta status=PodStatus
                *PodTemplate: metadata=meta.ObjectMeta template=PodTemplateSpec
                PodTemplateSpec: metadata=meta.ObjectMeta spec=PodSpec
                PortStatus:
                PortworxVolumeSource:
                PreferredSchedulingTerm: preference=NodeSelectorTerm
                Probe: exec=ExecAction httpGet=HTTPGetAction tcpSocket=TCPSocketAction grpc=GRPCAction
                ProjectedVolumeSource: sources=[VolumeProjection
                QuobyteVolumeSource:
                RBDPersistentVolumeSource: monitors=[ secretRef=SecretReference
                RBDVolumeSource: monitors=[ secretRef=LocalObjectReference
                *RangeAllocation: metadata=meta.ObjectMeta
                *ReplicationController: metadata=meta.ObjectMeta spec=ReplicationControllerSpec
                  status=ReplicationControllerStatus
                ReplicationControllerCondition:
                ReplicationControllerSpec: selector={ template=PodTemplateSpec
                ReplicationControllerStatus: conditions=[ReplicationControllerCondition/merge/type
                ResourceClaim:
                ResourceFieldSelector:
                ResourceHealth:
                *ResourceQuota: metadata=meta.ObjectMeta spec=ResourceQuotaSpec status=ResourceQuotaStatus
                ResourceQuotaSpec: hard={ scopes=[ scopeSelector=ScopeSelector
                ResourceQuotaStatus: hard={ used={
                ResourceRequirements: limits={ requests={ claims=[ResourceClaim
                ResourceStatus: resources=[ResourceHealth
                SELinuxOptions:
                ScaleIOPersistentVolumeSource: secretRef=SecretReference
                ScaleIOVolumeSource: secretRef=LocalObjectReference
                ScopeSelector: matchExpressions=[ScopedResourceSelectorRequirement
                ScopedResourceSelectorRequirement: values=[
                SeccompProfile:
                *Secret: metadata=meta.ObjectMeta data={ stringData={
                SecretEnvSource:
                SecretKeySelector:
                SecretProjection: items=[KeyToPath
                SecretReference:
                SecretVolumeSource: items=[KeyToPath
                SecurityContext: capabilities=Capabilities seLinuxOptions=SELinuxOptions
                  windowsOptions=WindowsSecurityContextOptions seccompProfile=SeccompProfile
                  appArmorProfile=AppArmorProfile
                *Service: metadata=meta.ObjectMeta spec=ServiceSpec status=ServiceStatus
                *ServiceAccount: metadata=meta.ObjectMeta secrets=[ObjectReference/merge/name
                  imagePullSecrets=[LocalObjectReference
                ServiceAccountTokenProjection:
                ServicePort:
                ServiceSpec: ports=[ServicePort/merge/port selector={ clusterIPs=[ externalIPs=[
                  loadBalancerSourceRanges=[ sessionAffinityConfig=SessionAffinityConfig ipFamilies=[
                ServiceStatus: loadBalancer=LoadBalancerStatus conditions=[meta.Condition/merge/type
                SessionAffinityConfig: clientIP=ClientIPConfig
                SleepAction:
                StorageOSPersistentVolumeSource: secretRef=ObjectReference
                StorageOSVolumeSource: secretRef=LocalObjectReference
                Sysctl:
                TCPSocketAction:
                Taint:
                Toleration:
                TopologySelectorLabelRequirement: values=[
                TopologySelectorTerm: matchLabelExpressions=[TopologySelectorLabelRequirement
                TopologySpreadConstraint: labelSelector=meta.LabelSelector matchLabelKeys=[
                TypedLocalObjectReference:
                TypedObjectReference:
                Volume: hostPath=HostPathVolumeSource emptyDir=EmptyDirVolumeSource
                  gcePersistentDisk=GCEPersistentDiskVolumeSource
                  awsElasticBlockStore=AWSElasticBlockStoreVolumeSource gitRepo=GitRepoVolumeSource
                  secret=SecretVolumeSource nfs=NFSVolumeSource iscsi=ISCSIVolumeSource
                  glusterfs=GlusterfsVolumeSource persistentVolumeClaim=PersistentVolumeClaimVolumeSource
                  rbd=RBDVolumeSource flexVolume=FlexVolumeSource cinder=CinderVolumeSource
                  cephfs=CephFSVolumeSource flocker=FlockerVolumeSource downwardAPI=DownwardAPIVolumeSource
                  fc=FCVolumeSource azureFile=AzureFileVolumeSource configMap=ConfigMapVolumeSource
                  vsphereVolume=VsphereVirtualDiskVolumeSource quobyte=QuobyteVolumeSource
                  azureDisk=AzureDiskVolumeSource photonPersistentDisk=PhotonPersistentDiskVolumeSource
                  projected=ProjectedVolumeSource portworxVolume=PortworxVolumeSource scaleIO=ScaleIOVolumeSource
                  storageos=StorageOSVolumeSource csi=CSIVolumeSource ephemeral=EphemeralVolumeSource
                  image=ImageVolumeSource
                VolumeDevice:
                VolumeMount:
                VolumeMountStatus: volumeStatus=VolumeStatus
                VolumeNodeAffinity: required=NodeSelector
                VolumeProjection: secret=SecretProjection downwardAPI=DownwardAPIProjection
                  configMap=ConfigMapProjection serviceAccountToken=ServiceAccountTokenProjection
                  clusterTrustBundle=ClusterTrustBundleProjection podCertificate=PodCertificateProjection
                VolumeResourceRequirements: limits={ requests={
                VolumeStatus: image=ImageVolumeStatus
                VsphereVirtualDiskVolumeSource:
                WeightedPodAffinityTerm: podAffinityTerm=PodAffinityTerm
                WindowsSecurityContextOptions:
                """)
    ]
}
